// tsyringe: the same idea as TypeDI, with other names.
module.exports = require('typedi');
