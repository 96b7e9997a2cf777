"""Server-rendered pages for everyone who signs in with a role. They call the services the API calls."""
