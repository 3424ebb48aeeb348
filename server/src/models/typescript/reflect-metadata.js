// reflect-metadata: loading it is all.
