
// Below the configuration that its database was prepared with: more ways in. Which of them are open
// is switched while it runs, see switches-route.js.
module.exports.modules.auth.options.providers.push(
  {
    resolve: "@medusajs/medusa/auth-oidc",
    id: "workplace",
    options: {
      issuer: process.env.WORKPLACE,
      client_id: "medusa",
      client_secret: process.env.WORKPLACE_SECRET,
      callback_url: "http://localhost:9000/app/login",
      display_name: "Workplace",
    },
  },
  ...["google", "github"].map((id) => ({
    resolve: `@medusajs/medusa/auth-${id}`,
    id,
    options: {
      clientId: `${id}-client`,
      clientSecret: "never used",
      callbackUrl: "http://localhost:9000/app/login",
    },
  }))
)
