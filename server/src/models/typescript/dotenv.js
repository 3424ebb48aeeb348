// dotenv: what it loads stands in the environment of the run.
module.exports = {
  config() {
    return { parsed: {} };
  },
  parse() {
    return {};
  },
};
