// dotenv/config: loading it is all.
