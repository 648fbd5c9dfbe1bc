// Imported before the handlers, which read their environment at start.
process.env.AWS_REGION = 'eu-central-1';
process.env.AWS_ACCESS_KEY_ID = 'none';
process.env.AWS_SECRET_ACCESS_KEY = 'none';
process.env.TABLE_NAME = 'Authors';
process.env.BUCKET_NAME = 'portraits';
process.env.ADMIN_PASSWORD = 'the password';
