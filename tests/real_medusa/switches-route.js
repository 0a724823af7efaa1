// What a shop's configuration says of the ways in, set while the server runs: a start for each
// setting takes too long. Medusa reads all of it anew at each request.
const now = Date.now
module.exports = {
  POST: (request, response) => {
    const { providers, verifies_email, callback_urls, encryption_key, ...mfa } = request.body
    const { http } = request.scope.resolve("configModule").projectConfig
    http.authMethodsPerActor.user = providers
    http.authVerificationsPerActor = verifies_email
      ? { user: [{ entity_type: "email", auth_provider: "emailpass" }] }
      : undefined
    const auth = request.scope.resolve("auth")
    Object.assign(auth.moduleOptions_.mfa, mfa)
    const workplace = auth.authProviderService_.retrieveProviderRegistration("workplace")
    workplace.config_.allowed_callback_urls = callback_urls
    const totp = auth.authMfaProviderService_.retrieveProviderRegistration("totp")
    totp.options_.encryption_key = encryption_key ? process.env.MFA_ENCRYPTION_KEY : undefined
    response.json({})
  },
  // What changes by itself elsewhere: what signs sessions, and what time it is.
  PUT: (request, response) => {
    const { signing_key, seconds_ahead } = request.body
    request.scope.resolve("configModule").projectConfig.http.jwtSecret = signing_key
    Date.now = () => now() + seconds_ahead * 1000
    response.json({})
  },
}
