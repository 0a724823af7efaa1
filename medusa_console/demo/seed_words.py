"""Names for the demo store's records, as a shop of this size would have them."""

SUPER_ADMIN = "role_super_admin"
KEY_MANAGER = "role_key_manager"
AUDITOR = "role_auditor"

OPERATIONS = ("create", "read", "update", "delete")

# id, name, description, permissions
ROLES = (
    (
        SUPER_ADMIN,
        "Super Admin",
        "Super admin role with full access to all resources and operations",
        ("*:*",),
    ),
    (
        KEY_MANAGER,
        "Key manager",
        "Issues and revokes API keys",
        (*(f"api_key:{operation}" for operation in OPERATIONS), "sales_channel:read"),
    ),
    (AUDITOR, "Auditor", "Sees API keys, changes nothing", ("api_key:read",)),
)

PERMISSION_RESOURCES = (
    *("api_key", "campaign", "currency", "customer", "customer_address", "customer_group"),
    *("file", "fulfillment", "fulfillment_provider", "fulfillment_set", "inventory_item"),
    *("inventory_level", "invite", "notification", "order", "order_change", "order_claim"),
    *("order_claim_item", "order_exchange", "order_item", "payment", "payment_collection"),
    *("payment_method", "payment_session", "price", "price_list", "price_preference"),
    *("product", "product_category", "product_collection", "product_option"),
    *("product_option_value", "product_tag", "product_type", "product_variant"),
    *("promotion", "rbac_policy", "rbac_role", "refund_reason", "region"),
    *("reservation_item", "return", "return_reason", "sales_channel", "service_zone"),
    *("shipping_option", "shipping_option_type", "shipping_profile", "stock_location"),
    *("store", "store_locale", "tax_provider", "tax_rate", "tax_region", "translation"),
    *("translation_setting", "user", "workflow_execution"),
)

# age in days, name, description
SALES_CHANNELS = (
    (730, "Northwind EU webshop", "northwind-eu.example, all of Europe"),
    (630, "Trade portal", "Prices for shops and restaurants"),
    (530, "Harbour Street store", None),
)

# age in days, name
CUSTOMER_GROUPS = ((500, "VIP"), (460, "Trade"), (420, "Newsletter"), (380, "Staff"))

# title, age in days, state; the newest key first
SECRET_KEYS = (
    ("Warehouse scanner, dock 4", 0.21, "active"),
    ("Klarna settlement import", 1.2, "active"),
    ("ERP nightly sync", 3.4, "active"),
    ("Black Friday load test", 5.1, "scheduled"),
    ("Returns portal", 8, "active"),
    ("Reporting notebook (Priya)", 11, "active"),
    ("Zapier: new order to Slack", 16, "active"),
    ("Contractor: checkout redesign", 19, "scheduled"),
    ("Price feed for Google Shopping", 24, "active"),
    ("CI: end-to-end tests", 31, "active"),
    ("CI: end-to-end tests", 33, "revoked"),
    ("Loyalty app backend", 41, "active"),
    ("Stock sync, Harbour Street", 52, "active"),
    ("Newsletter segments", 60, "revoked"),
    ("Backup of product images", 71, "active"),
    ("Fraud check webhook", 83, "active"),
    ("<b>Partner feed</b> & co.", 95, "active"),
    ("Migration from Shopify", 110, "revoked"),
    ("PIM import", 124, "active"),
    ("Tax report Q2", 139, "revoked"),
    ("Customer support desk", 150, "active"),
    ("Old ERP sync, do not use", 171, "revoked"),
    ("Invoice printer", 188, "active"),
    ("Pop-up store tablet", 203, "revoked"),
    ("Shipping labels, DHL", 220, "active"),
    ("Shipping labels, PostNord", 221, "active"),
    ("Data warehouse loader", 247, "active"),
    ("Agency: spring campaign", 268, "revoked"),
    ("Search indexer", 290, "active"),
    ("\u202egnp.yek ton\u202c upload key", 304, "active"),
    ("Review collector", 330, "active"),
    ("Jon's laptop", 351, "active"),
    ("Jon: quick test", 364, "active"),
    ("Summer intern scripts", 402, "revoked"),
    ("Gift card import", 433, "revoked"),
    ("Accounting export", 470, "active"),
    (
        "Temporary key for the migration of the old wholesale catalogue including all price lists, "
        "customer groups, tax classes and the open orders of the last three financial years; asked "
        "for by finance, to be removed as soon as the auditors have signed off the closing balance",
        498,
        "active",
    ),
    ("Staging seed script", 540, "revoked"),
    ("Product photos uploader", 588, "active"),
    ("First integration", 661, "active"),
    ("Setup wizard", 729, "revoked"),
)

# title, age in days, state, number of sales channels
PUBLISHABLE_KEYS = (
    ("Webshop, new checkout", 2, "active", 1),
    ("Mobile app 4.2", 9, "active", 2),
    ("Trade portal", 27, "active", 1),
    ("Kiosk, Harbour Street", 45, "active", 1),
    ("Preview deployments", 58, "active", 0),
    ("Mobile app 4.1", 77, "scheduled", 2),
    ("Partner widget", 101, "active", 1),
    ("Landing page, autumn", 133, "revoked", 1),
    ("Mobile app 4.0", 176, "revoked", 2),
    ("Trade portal (old)", 239, "revoked", 1),
    ("Instagram shop", 281, "active", 1),
    ("Local development", 320, "active", 0),
    ("Storefront prototype", 377, "revoked", 0),
    ("Price comparison widget", 421, "active", 1),
    ("Landing page, summer", 489, "revoked", 1),
    ("Mobile app 3", 560, "revoked", 1),
    ("Webshop", 640, "active", 2),
    ("Storefront, first version", 715, "revoked", 1),
)

# name, currency
REGIONS = (("Denmark", "dkk"), ("Eurozone", "eur"), ("Sweden", "sek"))

# title, sold in how many of the sales channels, status
PRODUCTS = (
    ("Birch serving tray", 2, "published"),
    ("Cloudberry jam", 1, "published"),
    ("Coffee, dark roast", 2, "published"),
    ("Crispbread with rye", 2, "published"),
    ("Enamel mug", 1, "published"),
    ("Lingonberry syrup", 1, "published"),
    ("Linen tea towel", 2, "published"),
    ("Liquorice, salted", 2, "published"),
    ("Oat biscuits", 1, "published"),
    ("Rosehip tea", 1, "published"),
    ("Sea buckthorn jelly", 2, "published"),
    ("Wool blanket, grey", 2, "published"),
    ("Gift box, next winter", 2, "draft"),
)

FIRST_NAMES = (
    *("Anna", "Björn", "Chloé", "Dmitri", "Elif", "Frida", "Giulia", "Hugo", "Inés", "Jakub"),
    *("Katarzyna", "Lars", "Maïa", "Niamh", "Olu", "Pedro", "Quinn", "Rania", "Søren", "Tomáš"),
    *("Ursula", "Viktor", "Wanja", "Xenia", "Yusuf", "Zoë", "Aino", "Bram", "Cosima", "Dário"),
)
LAST_NAMES = (
    *("Andersson", "Berg", "Costa", "Dubois", "Eriksen", "Fischer", "García", "Horváth", "Ivanov"),
    *("Jansen", "Kowalski", "Lindholm", "Müller", "Novák", "O'Brien", "Petrov", "Quist", "Rossi"),
    *("Schmidt", "Tanaka", "Ulrich", "van Dijk", "Weber", "Yildiz", "Zimmermann", "Ødegård"),
)
COMPANIES = (
    *("Café Lumen", "Bergholm Konditori", "Hotel Seeblick", "Dijk & Zonen BV", "Trattoria Rossi"),
    *("Nordisk Vin ApS", "Novák a syn", "Fischer Feinkost GmbH"),
)
