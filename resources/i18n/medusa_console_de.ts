<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Medusa Console</source>
        <translation>Über Medusa Console</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Free software under the MIT licence, without any warranty.</source>
        <translation>Freie Software unter der MIT-Lizenz, ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Not a product of Medusa, and not endorsed by its makers.</source>
        <translation>Kein Produkt von Medusa und nicht von dessen Herstellern empfohlen.</translation>
    </message>
    <message>
        <source>Medusa Console</source>
        <translation>Medusa Console</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Qt {qt}, Python {python}</source>
        <translation>Qt {qt}, Python {python}</translation>
    </message>
    <message>
        <source>Made with Qt and PySide6 (LGPL version 3), Python (PSF licence), httpx (BSD), pydantic, keyring and qasync (MIT, BSD), and icons by Lucide (ISC). Qt can be replaced by another build of it: it is a library of its own beside the program.</source>
        <translation>Gemacht mit Qt und PySide6 (LGPL Version 3), Python (PSF-Lizenz), httpx (BSD), pydantic, keyring und qasync (MIT, BSD) sowie Symbolen von Lucide (ISC). Qt lässt sich durch eine andere Fassung ersetzen: Es ist eine eigene Bibliothek neben dem Programm.</translation>
    </message>
    <message>
        <source>No telemetry, no network but your stores, no update check.</source>
        <translation>Keine Telemetrie, kein Netz außer zu Ihren Shops, keine Suche nach Updates.</translation>
    </message>
    <message>
        <source>From source, commit {commit}</source>
        <translation>Aus dem Quelltext, Commit {commit}</translation>
    </message>
    <message>
        <source>From source</source>
        <translation>Aus dem Quelltext</translation>
    </message>
    <message>
        <source>Built on {day} from commit {commit}</source>
        <translation>Gebaut am {day} aus Commit {commit}</translation>
    </message>
    <message>
        <source>Built on {day}</source>
        <translation>Gebaut am {day}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Lizenzen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>AcceptInvite</name>
    <message>
        <source>Accept invite</source>
        <translation>Einladung annehmen</translation>
    </message>
    <message>
        <source>Link or token of the invite</source>
        <translation>Link oder Token der Einladung</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password for this store</source>
        <translation>Passwort für diesen Shop</translation>
    </message>
    <message>
        <source>It is not saved anywhere on this computer.</source>
        <translation>Es wird nirgends auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Accept and sign in</source>
        <translation>Annehmen und anmelden</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>Wird angenommen …</translation>
    </message>
    <message>
        <source>The account is created at {store}. Paste the link or the mail that you were sent.</source>
        <translation>Das Konto wird bei {store} angelegt. Fügen Sie den Link oder die E-Mail ein, die Sie bekommen haben.</translation>
    </message>
    <message>
        <source>Enter a password, or choose Generate.</source>
        <translation>Geben Sie ein Passwort ein oder wählen Sie „Erzeugen“.</translation>
    </message>
    <message>
        <source>Join with another email than the invited one?</source>
        <translation>Mit einer anderen E-Mail-Adresse beitreten als der eingeladenen?</translation>
    </message>
    <message>
        <source>The invite is for {invited}. Your account will have the email {email}, and you will sign in with it.</source>
        <translation>Die Einladung gilt für {invited}. Ihr Konto bekommt die E-Mail-Adresse {email}, und Sie melden sich damit an.</translation>
    </message>
    <message>
        <source>Join with this email</source>
        <translation>Mit dieser Adresse beitreten</translation>
    </message>
    <message>
        <source>Change the email</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Someone signs in with this email already, with another password. Enter that password, or set a new one with “Forgot password?” first.</source>
        <translation>Mit dieser E-Mail-Adresse meldet sich schon jemand an, mit einem anderen Passwort. Geben Sie dieses Passwort ein, oder setzen Sie mit „Passwort vergessen?“ erst ein neues.</translation>
    </message>
    <message>
        <source>The store didn&apos;t confirm that. Try again with the same email and password: it goes on where it was, and no second account is created.</source>
        <translation>Der Shop hat das nicht bestätigt. Versuchen Sie es noch einmal mit derselben E-Mail-Adresse und demselben Passwort: Es geht dort weiter, wo es war, und es entsteht kein zweites Konto.</translation>
    </message>
    <message>
        <source>Stopped waiting. The account may be created all the same. You can safely try again with the same email and password.</source>
        <translation>Sie haben nicht gewartet. Das Konto kann trotzdem angelegt werden. Sie können es gefahrlos mit derselben E-Mail-Adresse und demselben Passwort noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The store didn&apos;t accept this invite: it was used, deleted or sent again, it has expired, one of its roles was deleted, it belongs to another store, or an admin has this email already. Ask for a new invite.</source>
        <translation>Der Shop hat diese Einladung nicht angenommen: Sie wurde verwendet, gelöscht oder erneut gesendet, sie ist abgelaufen, eine ihrer Rollen wurde gelöscht, sie gehört zu einem anderen Shop, oder ein Admin hat diese E-Mail-Adresse bereits. Bitten Sie um eine neue Einladung.</translation>
    </message>
</context>
<context>
    <name>After</name>
    <message>
        <source>Leak desk</source>
        <translation>Leak-Desk</translation>
    </message>
    <message>
        <source>Message copied. Paste it into a chat or an email.</source>
        <translation>Nachricht kopiert. Fügen Sie sie in einen Chat oder eine E-Mail ein.</translation>
    </message>
    <message>
        <source>Report saved.</source>
        <translation>Bericht gespeichert.</translation>
    </message>
    <message>
        <source>Report copied as Markdown, without names of people.</source>
        <translation>Bericht als Markdown kopiert, ohne Namen von Personen.</translation>
    </message>
</context>
<context>
    <name>AfterPart</name>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>{action}: {store}</source>
        <translation>{action}: {store}</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>AlreadyRunning</name>
    <message>
        <source>Process {process} on {host} is using the data folder and doesn&apos;t respond: {folder}</source>
        <translation>Prozess {process} auf {host} verwendet den Datenordner und reagiert nicht: {folder}</translation>
    </message>
    <message>
        <source>If Medusa Console is open there, use that window or close it first: two at once can overwrite each other&apos;s changes. If it has crashed, you can start it here.</source>
        <translation>Wenn Medusa Console dort geöffnet ist, verwenden Sie jenes Fenster oder schließen Sie es zuerst: Laufen zwei gleichzeitig, können sie sich gegenseitig Änderungen überschreiben. Nach einem Absturz können Sie es hier starten.</translation>
    </message>
    <message>
        <source>Medusa Console may already be running</source>
        <translation>Medusa Console läuft vielleicht schon</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>Trotzdem starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ApiKeysPage</name>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>No matching keys</source>
        <translation>Keine passenden Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>S&amp;chlüssel</translation>
    </message>
    <message>
        <source>Copy redacted form</source>
        <translation>Gekürzte Form kopieren</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <source>Keys let programs use this store. Each integration should have its own.</source>
        <translation>Mit Schlüsseln greifen Programme auf diesen Shop zu. Jede Integration sollte einen eigenen haben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) match {key}. Compare them before you revoke one.</source>
        <translation>
            <numerusform>%Ln Schlüssel passt zu {key}. Vergleichen Sie ihn, bevor Sie ihn widerrufen.</numerusform>
            <numerusform>%Ln Schlüssel passen zu {key}. Vergleichen Sie sie, bevor Sie einen widerrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No key matches {key} in this store</source>
        <translation>Kein Schlüssel in diesem Shop passt zu {key}</translation>
    </message>
    <message>
        <source>It may belong to another store, or its record was deleted.</source>
        <translation>Vielleicht gehört er zu einem anderen Shop, oder sein Datensatz wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln with an end date</source>
        <translation>
            <numerusform>%Ln mit Enddatum</numerusform>
            <numerusform>%Ln mit Enddatum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) match</source>
        <translation>
            <numerusform>%Ln passender Schlüssel</numerusform>
            <numerusform>%Ln passende Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of %Ln key(s) matches</source>
        <translation>
            <numerusform>1 von %Ln Schlüssel passt</numerusform>
            <numerusform>1 von %Ln Schlüsseln passt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln key(s) match</source>
        <translation>
            <numerusform>{count} von %Ln Schlüssel passen</numerusform>
            <numerusform>{count} von %Ln Schlüsseln passen</numerusform>
        </translation>
    </message>
    <message>
        <source>Space adds or removes a row, and Ctrl with an arrow key goes to the next.</source>
        <translation>Die Leertaste nimmt eine Zeile dazu oder weg, Strg mit einer Pfeiltaste führt zur nächsten.</translation>
    </message>
</context>
<context>
    <name>AskedStores</name>
    <message>
        <source>{store}: {why}</source>
        <translation>{store}: {why}</translation>
    </message>
    <message>
        <source>{store} was not asked. {why}</source>
        <translation>{store} wurde nicht gefragt. {why}</translation>
    </message>
    <message>
        <source>{action}: {store}</source>
        <translation>{action}: {store}</translation>
    </message>
    <message>
        <source>Sign in here</source>
        <translation>Hier anmelden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Read the rest</source>
        <translation>Rest lesen</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Try it before you need it</source>
        <translation>Üben, bevor es ernst wird</translation>
    </message>
    <message>
        <source>Practice stages a leak in the demo store and takes the time. Nothing else is asked.</source>
        <translation>Die Übung stellt ein Leak im Demo-Shop nach und stoppt die Zeit. Sonst wird nichts gefragt.</translation>
    </message>
    <message>
        <source>You are not signed in to any store</source>
        <translation>Sie sind bei keinem Shop angemeldet</translation>
    </message>
    <message>
        <source>Keys are found here all the same. Sign in to a store to learn whether it accepts them.</source>
        <translation>Schlüssel werden hier trotzdem gefunden. Melden Sie sich bei einem Shop an, um zu erfahren, ob er sie annimmt.</translation>
    </message>
    <message>
        <source>The keys are no longer in memory. Paste the text again to check them.</source>
        <translation>Die Schlüssel sind nicht mehr im Speicher. Fügen Sie den Text noch einmal ein, um sie zu prüfen.</translation>
    </message>
    <message>
        <source>No store is connected yet</source>
        <translation>Noch ist kein Shop verbunden</translation>
    </message>
    <message>
        <source>Keys are found here all the same. Connect your store to learn whether it accepts them.</source>
        <translation>Schlüssel werden hier trotzdem gefunden. Verbinden Sie Ihren Shop, um zu erfahren, ob er sie annimmt.</translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation>Ihren Shop verbinden</translation>
    </message>
</context>
<context>
    <name>CalendarQuestion</name>
    <message>
        <source>Save a calendar file?</source>
        <translation>Kalenderdatei speichern?</translation>
    </message>
    <message>
        <source>Include key titles and the store&apos;s name</source>
        <translation>Titel der Schlüssel und Namen des Shops aufnehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Calendars are often shared. Without this, the file shows only the redacted form of each key, such as {redacted}.</source>
        <translation>Kalender werden oft geteilt. Ohne Haken zeigt die Datei von jedem Schlüssel nur die gekürzte Form, etwa {redacted}.</translation>
    </message>
</context>
<context>
    <name>CannotStart</name>
    <message>
        <source>This account has no home folder. Start Medusa Console with --data-folder FOLDER.</source>
        <translation>Dieses Konto hat keinen Benutzerordner. Starten Sie Medusa Console mit --data-folder ORDNER.</translation>
    </message>
    <message>
        <source>The data folder was used by a newer version of Medusa Console: {folder}

Nothing in it was changed. Install the newer version again, or start this one with another folder (--data-folder).</source>
        <translation>Den Datenordner hat eine neuere Version von Medusa Console benutzt: {folder}

Nichts darin wurde geändert. Installieren Sie die neuere Version wieder, oder starten Sie diese mit einem anderen Ordner (--data-folder).</translation>
    </message>
    <message>
        <source>Medusa Console can&apos;t start</source>
        <translation>Medusa Console kann nicht starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ChangeRoles</name>
    <message>
        <source>Roles of {name}</source>
        <translation>Rollen von {name}</translation>
    </message>
    <message>
        <source>Without a role they can sign in, but can&apos;t view anything.</source>
        <translation>Ohne Rolle kann die Person sich anmelden, aber nichts ansehen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Other roles count with the next request.</source>
        <translation>Andere Rollen gelten mit der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>This is your own account. Your new roles count at once.</source>
        <translation>Das ist Ihr eigenes Konto. Ihre neuen Rollen gelten sofort.</translation>
    </message>
    <message>
        <source>Other roles count when they sign in again, or when their session is renewed. Until then their session keeps the old ones.</source>
        <translation>Andere Rollen gelten, sobald sich die Person neu anmeldet oder ihre Sitzung erneuert wird. Bis dahin behält ihre Sitzung die alten.</translation>
    </message>
    <message>
        <source>Give {name} these roles: {roles}</source>
        <translation>{name} diese Rollen geben: {roles}</translation>
    </message>
    <message>
        <source>Take these roles from {name}: {roles}</source>
        <translation>{name} diese Rollen entziehen: {roles}</translation>
    </message>
    <message>
        <source>A role they have was deleted. While they keep it, they can&apos;t view anything after their next sign-in, whatever else they may do.</source>
        <translation>Eine Rolle dieser Person wurde gelöscht. Solange sie diese behält, kann sie nach ihrer nächsten Anmeldung nichts mehr sehen, was auch immer sie sonst darf.</translation>
    </message>
</context>
<context>
    <name>ChannelField</name>
    <message>
        <source>Sales channel</source>
        <translation>Vertriebskanal</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>The key will have no sales channel for now.</source>
        <translation>Der Schlüssel hat vorerst keinen Vertriebskanal.</translation>
    </message>
    <message>
        <source>{why} {later}</source>
        <translation>{why} {later}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Without a sales channel, storefront requests will fail.</source>
        <translation>Ohne Vertriebskanal schlagen Anfragen von Storefronts fehl.</translation>
    </message>
    <message>
        <source>Not all channels are listed here. You can search them once the key is created.</source>
        <translation>Hier sind nicht alle Kanäle aufgeführt. Sobald der Schlüssel angelegt ist, können Sie alle durchsuchen.</translation>
    </message>
</context>
<context>
    <name>ChannelPicker</name>
    <message>
        <source>Sales channels of “{title}”</source>
        <translation>Vertriebskanäle von „{title}“</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation>Vertriebskanäle</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Storefronts with this key see the products of these channels.</source>
        <translation>Storefronts mit diesem Schlüssel sehen die Produkte dieser Kanäle.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>No matching channels.</source>
        <translation>Keine passenden Kanäle.</translation>
    </message>
    <message>
        <source>No channels yet.</source>
        <translation>Noch keine Kanäle.</translation>
    </message>
</context>
<context>
    <name>CheckSignIn</name>
    <message>
        <source>Can {name} sign in?</source>
        <translation>Kann {name} sich anmelden?</translation>
    </message>
    <message>
        <source>Check sign-in</source>
        <translation>Anmeldung prüfen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Signs in as the customer&apos;s browser would, then discards the session. The password is not saved.</source>
        <translation>Meldet sich so an, wie es der Browser des Kunden täte, und verwirft dann die Sitzung. Das Passwort wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s password.</source>
        <translation>Geben Sie das Passwort des Kunden ein.</translation>
    </message>
    <message>
        <source>The store refused the check. This says nothing about the password.</source>
        <translation>Der Shop hat die Prüfung abgelehnt. Über das Passwort sagt das nichts.</translation>
    </message>
    <message>
        <source>Yes. {name} can sign in with this password.</source>
        <translation>Ja. {name} kann sich mit diesem Passwort anmelden.</translation>
    </message>
    <message>
        <source>No. Wrong email or password. Customers sign in with the email they registered with, even if this record was edited since.</source>
        <translation>Nein. E-Mail-Adresse oder Passwort falsch. Kunden melden sich mit der E-Mail-Adresse an, mit der sie sich registriert haben, auch wenn dieser Datensatz seither geändert wurde.</translation>
    </message>
    <message>
        <source>No. The password is correct, but this sign-in belongs to no customer. This customer registered with another email.</source>
        <translation>Nein. Das Passwort stimmt, aber dieser Zugang gehört zu keinem Kunden. Dieser Kunde hat sich mit einer anderen E-Mail-Adresse registriert.</translation>
    </message>
    <message>
        <source>No. This email and password belong to another customer, who registered with them.</source>
        <translation>Nein. Diese E-Mail-Adresse und dieses Passwort gehören einem anderen Kunden, der sich damit registriert hat.</translation>
    </message>
    <message>
        <source>Not with a password alone. The store also asks for a second factor, a verified email or another provider.</source>
        <translation>Nicht mit dem Passwort allein. Der Shop verlangt außerdem einen zweiten Faktor, eine bestätigte E-Mail-Adresse oder einen anderen Anbieter.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The six digits that your authenticator app shows.</source>
        <translation>Die sechs Ziffern, die Ihre Authenticator-App zeigt.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Each code works once. Include the hyphens.</source>
        <translation>Jeder Code gilt nur einmal. Geben Sie die Bindestriche mit ein.</translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation>Anmeldung in zwei Schritten</translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation>Geben Sie den Code ein.</translation>
    </message>
    <message>
        <source>A code has six digits.</source>
        <translation>Ein Code hat sechs Ziffern.</translation>
    </message>
    <message>
        <source>Use a code from the app</source>
        <translation>Code aus der App verwenden</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>Wiederherstellungscode verwenden</translation>
    </message>
</context>
<context>
    <name>ColleagueActions</name>
    <message>
        <source>Stopped waiting for the invite of {email}</source>
        <translation>Auf die Einladung von {email} wird nicht mehr gewartet</translation>
    </message>
    <message>
        <source>It may still go through. Refresh before you try again.</source>
        <translation>Es kann noch ausgeführt werden. Aktualisieren Sie, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Resend invite…</source>
        <translation>Einladung neu senden…</translation>
    </message>
    <message>
        <source>{email} is invited, but no token arrived</source>
        <translation>{email} ist eingeladen, aber das Token kam nicht an</translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost, and the token with it. Resend the invite.</source>
        <translation>Die Antwort des Shops ging verloren und mit ihr das Token. Senden Sie die Einladung neu.</translation>
    </message>
    <message>
        <source>Resend the invite for {email}. Its old token stops working.</source>
        <translation>Die Einladung für {email} neu senden. Das alte Token funktioniert dann nicht mehr.</translation>
    </message>
    <message>
        <source>No new token arrived for {email}</source>
        <translation>Für {email} kam kein neues Token an</translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost: the old token is dead, and the new one was not seen. Resend the invite once more.</source>
        <translation>Die Antwort des Shops ging verloren: Das alte Token ist tot, und das neue hat niemand gesehen. Senden Sie die Einladung noch einmal neu.</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. The old token still worked at {time}, but the request may still arrive. Look again before you resend it.</source>
        <translation>Der Shop hat nicht geantwortet. Das alte Token funktionierte um {time} noch, aber die Anfrage kann noch ankommen. Sehen Sie noch einmal nach, bevor Sie neu senden.</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. It is not known whether the old token is dead.</source>
        <translation>Der Shop hat nicht geantwortet. Ob das alte Token tot ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Delete the invite for “{email}”?</source>
        <translation>Einladung für „{email}“ löschen?</translation>
    </message>
    <message>
        <source>Its token stops working. Somebody who has joined with it stays.</source>
        <translation>Ihr Token funktioniert dann nicht mehr. Wer damit schon beigetreten ist, bleibt.</translation>
    </message>
    <message>
        <source>Delete invite</source>
        <translation>Einladung löschen</translation>
    </message>
    <message>
        <source>Keep invite</source>
        <translation>Einladung behalten</translation>
    </message>
    <message>
        <source>Invite deleted</source>
        <translation>Einladung gelöscht</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>Passwort zurücksetzen…</translation>
    </message>
    <message>
        <source>No token arrived for {who}</source>
        <translation>Für {who} kam kein Token an</translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost. Their older tokens may be dead, and nobody has seen the new one. Ask for another.</source>
        <translation>Die Antwort des Shops ging verloren. Ältere Token der Person sind vielleicht tot, und das neue hat niemand gesehen. Fordern Sie ein weiteres an.</translation>
    </message>
    <message>
        <source>Reset the password of {name}</source>
        <translation>Passwort von {name} zurücksetzen</translation>
    </message>
    <message>
        <source>Remove “{who}”?</source>
        <translation>„{who}“ entfernen?</translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>Person entfernen</translation>
    </message>
    <message>
        <source>Keep person</source>
        <translation>Person behalten</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>“{who}” was removed</source>
        <translation>„{who}“ wurde entfernt</translation>
    </message>
    <message>
        <source>Show their keys</source>
        <translation>Ihre Schlüssel zeigen</translation>
    </message>
    <message>
        <source>A token was discarded when the store was locked</source>
        <translation>Ein Token wurde verworfen, als der Shop gesperrt wurde</translation>
    </message>
    <message>
        <source>If you had not copied it, make another.</source>
        <translation>Falls Sie es nicht kopiert hatten, erstellen Sie ein neues.</translation>
    </message>
    <message>
        <source>Invite colleague…</source>
        <translation>Kollegen einladen…</translation>
    </message>
    <message>
        <source>Keys they made</source>
        <translation>Schlüssel der Person</translation>
    </message>
    <message>
        <source>Show the keys of {name}</source>
        <translation>Schlüssel von {name} zeigen</translation>
    </message>
    <message>
        <source>Change roles…</source>
        <translation>Rollen ändern…</translation>
    </message>
    <message>
        <source>Change the roles of {name}</source>
        <translation>Rollen von {name} ändern</translation>
    </message>
    <message>
        <source>Delete invite…</source>
        <translation>Einladung löschen…</translation>
    </message>
    <message>
        <source>Delete the invite for {name}</source>
        <translation>Einladung für {name} löschen</translation>
    </message>
    <message>
        <source>Remove person…</source>
        <translation>Person entfernen…</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Resend the invite for {name}</source>
        <translation>Einladung für {name} neu senden</translation>
    </message>
    <message>
        <source>Your new password is set</source>
        <translation>Ihr neues Passwort ist gesetzt</translation>
    </message>
    <message>
        <source>Reset the password of {who}. Anyone with the token can sign in as {who}.</source>
        <translation>Das Passwort von {who} zurücksetzen. Wer das Token hat, kann sich als {who} anmelden.</translation>
    </message>
    <message>
        <source>Set a new password…</source>
        <translation>Neues Passwort setzen…</translation>
    </message>
</context>
<context>
    <name>ColleagueCounts</name>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invited</source>
        <translation>
            <numerusform>%Ln eingeladen</numerusform>
            <numerusform>%Ln eingeladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln key(s)</source>
        <translation>
            <numerusform>Hat %Ln Schlüssel erstellt</numerusform>
            <numerusform>Hat %Ln Schlüssel erstellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln key(s) or more</source>
        <translation>
            <numerusform>Hat mindestens %Ln Schlüssel erstellt</numerusform>
            <numerusform>Hat mindestens %Ln Schlüssel erstellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln key(s) they made stay as they are.</source>
        <translation>
            <numerusform>Der %Ln Schlüssel, den die Person erstellt hat, bleibt, wie er ist.</numerusform>
            <numerusform>Die %Ln Schlüssel, die die Person erstellt hat, bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColleagueFacts</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (Sie)</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>no email</source>
        <translation>keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>since {ago}</source>
        <translation>seit {ago}</translation>
    </message>
    <message>
        <source>Keys they made</source>
        <translation>Schlüssel der Person</translation>
    </message>
    <message>
        <source>Copy email</source>
        <translation>E-Mail-Adresse kopieren</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>Invite made</source>
        <translation>Eingeladen am</translation>
    </message>
    <message>
        <source>Invite ends</source>
        <translation>Einladung endet</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Roles are off: full access</source>
        <translation>Rollen sind aus: voller Zugriff</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Nicht mitgeteilt</translation>
    </message>
    <message>
        <source>None: they can&apos;t view anything</source>
        <translation>Keine: Die Person kann nichts ansehen</translation>
    </message>
    <message>
        <source>Deleted role</source>
        <translation>Gelöschte Rolle</translation>
    </message>
    <message>
        <source>It shuts them out: after their next sign-in they can&apos;t view anything. Take it from them with “Change roles…”.</source>
        <translation>Sie sperrt diese Person aus: Nach der nächsten Anmeldung kann sie nichts mehr sehen. Nehmen Sie ihr die Rolle mit „Rollen ändern…“.</translation>
    </message>
    <message>
        <source>Nobody can accept this invite anymore. Delete it and make a new one.</source>
        <translation>Diese Einladung kann niemand mehr annehmen. Löschen Sie sie, und erstellen Sie eine neue.</translation>
    </message>
</context>
<context>
    <name>ColleagueFilters</name>
    <message>
        <source>Search name or email</source>
        <translation>Name oder E-Mail suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>ColleaguesPage</name>
    <message>
        <source>Colleagues</source>
        <translation>Kollegen</translation>
    </message>
    <message>
        <source>No colleagues yet</source>
        <translation>Noch keine Kollegen</translation>
    </message>
    <message>
        <source>Whoever may sign in to this store is listed here.</source>
        <translation>Hier steht, wer sich bei diesem Shop anmelden darf.</translation>
    </message>
    <message>
        <source>No matching colleagues</source>
        <translation>Keine passenden Kollegen</translation>
    </message>
    <message>
        <source>&amp;Colleague</source>
        <translation>&amp;Kollege</translation>
    </message>
    <message>
        <source>Invites are not shown: {why}</source>
        <translation>Einladungen werden nicht angezeigt: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match</source>
        <translation>
            <numerusform>%Ln passt</numerusform>
            <numerusform>%Ln passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of %Ln matches</source>
        <translation>
            <numerusform>1 von %Ln passt</numerusform>
            <numerusform>1 von %Ln passt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln match</source>
        <translation>
            <numerusform>{count} von %Ln passen</numerusform>
            <numerusform>{count} von %Ln passen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>In a narrow window, columns without room are left out until there is room.</source>
        <translation>In einem schmalen Fenster fehlen Spalten, die keinen Platz haben, bis es Platz gibt.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{column} (always first)</source>
        <translation>{column} (immer zuerst)</translation>
    </message>
    <message>
        <source>{column}: {place} of {count}</source>
        <translation>{column}: {place} von {count}</translation>
    </message>
</context>
<context>
    <name>CommandLines</name>
    <message>
        <source>Run it in a terminal, paste the key and press Enter: nothing shows while you paste. The command line does not hold the key, and no history keeps it.</source>
        <translation>Führen Sie die Zeile in einem Terminal aus, fügen Sie den Schlüssel ein und drücken Sie Enter: Beim Einfügen ist nichts zu sehen. Die Befehlszeile enthält den Schlüssel nicht, und kein Verlauf merkt ihn sich.</translation>
    </message>
    <message>
        <source>bash, zsh</source>
        <translation>bash, zsh</translation>
    </message>
    <message>
        <source>Copy the line for bash and zsh</source>
        <translation>Zeile für bash und zsh kopieren</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>Copy the line for PowerShell</source>
        <translation>Zeile für PowerShell kopieren</translation>
    </message>
</context>
<context>
    <name>ConfirmAddress</name>
    <message>
        <source>“{store}” came from a file and has never been opened here.</source>
        <translation>„{store}“ stammt aus einer Datei und wurde hier noch nie geöffnet.</translation>
    </message>
    <message>
        <source>Your password will go to {origin} and nowhere else.</source>
        <translation>Ihr Passwort geht an {origin} und nirgendwohin sonst.</translation>
    </message>
    <message>
        <source>It is reached through the proxy {address}.</source>
        <translation>Der Weg dorthin führt über den Proxy {address}.</translation>
    </message>
    <message>
        <source>Certificates in {path} are trusted for it.</source>
        <translation>Den Zertifikaten in {path} wird dabei vertraut.</translation>
    </message>
    <message>
        <source>Is this your store&apos;s address?</source>
        <translation>Ist das die Adresse Ihres Shops?</translation>
    </message>
    <message>
        <source>Yes, use this address</source>
        <translation>Ja, diese Adresse verwenden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>ConnectionFields</name>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Use system settings</source>
        <translation>Systemeinstellungen verwenden</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigener Proxy</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <source>Only for servers with a private certificate authority. Trusted for this store only.</source>
        <translation>Nur für Server mit privater Zertifizierungsstelle. Ihm wird nur für diesen Shop vertraut.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Stores on this computer never use a proxy.</source>
        <translation>Shops auf diesem Computer verwenden nie einen Proxy.</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Proxy-Adresse</translation>
    </message>
    <message>
        <source>Proxy user name (optional)</source>
        <translation>Proxy-Benutzername (optional)</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Proxy-Passwort</translation>
    </message>
    <message>
        <source>A proxy user name can&apos;t contain a colon.</source>
        <translation>Ein Proxy-Benutzername darf keinen Doppelpunkt enthalten.</translation>
    </message>
    <message>
        <source>Enter the user name for this password.</source>
        <translation>Geben Sie den Benutzernamen zu diesem Passwort ein.</translation>
    </message>
    <message>
        <source>Saved in the keyring. Type to replace it.</source>
        <translation>Im Schlüsselbund gespeichert. Zum Ersetzen einfach tippen.</translation>
    </message>
    <message>
        <source>Choose a CA certificate</source>
        <translation>CA-Zertifikat auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Connecting to {origin}…</source>
        <translation>Verbindung zu {origin} wird aufgebaut…</translation>
    </message>
    <message>
        <source>Stop testing</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>Connected. Medusa answered in {time}.</source>
        <translation>Verbunden. Medusa hat in {time} geantwortet.</translation>
    </message>
    <message>
        <source>Connection: not encrypted, stays on this computer</source>
        <translation>Verbindung: unverschlüsselt, bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Certificate: accepted by this computer</source>
        <translation>Zertifikat: von diesem Computer akzeptiert</translation>
    </message>
    <message>
        <source>Proxy: {address}</source>
        <translation>Proxy: {address}</translation>
    </message>
    <message>
        <source>email and password</source>
        <translation>E-Mail-Adresse und Passwort</translation>
    </message>
    <message>
        <source>Sign-in: {providers}</source>
        <translation>Anmeldung: {providers}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Roles (RBAC): on. Each admin can do what their roles allow.</source>
        <translation>Rollen (RBAC): ein. Jeder Admin darf, was seine Rollen erlauben.</translation>
    </message>
    <message>
        <source>Roles (RBAC): off. Every admin has full access.</source>
        <translation>Rollen (RBAC): aus. Jeder Admin hat vollen Zugriff.</translation>
    </message>
    <message>
        <source>Roles (RBAC): not reported</source>
        <translation>Rollen (RBAC): nicht gemeldet</translation>
    </message>
    <message numerus="yes">
        <source>CA certificate: %Ln entry(s) can&apos;t be read: {numbers}</source>
        <translation>
            <numerusform>CA-Zertifikat: %Ln Eintrag nicht lesbar: {numbers}</numerusform>
            <numerusform>CA-Zertifikat: %Ln Einträge nicht lesbar: {numbers}</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate: from {issuer}, valid until {day}</source>
        <translation>Zertifikat: von {issuer}, gültig bis {day}</translation>
    </message>
    <message>
        <source>an issuer without a name</source>
        <translation>einem Aussteller ohne Namen</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>läuft bald ab</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Diagnostics copied</source>
        <translation>Diagnosedaten kopiert</translation>
    </message>
    <message>
        <source>They contain no address, no email and no key.</source>
        <translation>Sie enthalten keine Adresse, keine E-Mail-Adresse und keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Unlock first</source>
        <translation>Zuerst entsperren</translation>
    </message>
    <message>
        <source>Since the lock, no password was entered for {stores}.</source>
        <translation>Seit der Sperre wurde für {stores} kein Passwort eingegeben.</translation>
    </message>
    <message>
        <source>Forget all stores…</source>
        <translation>Alle Shops vergessen…</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>One session is still in the keyring. See the other notice.</source>
        <translation>Eine Sitzung liegt noch im Schlüsselbund. Siehe die andere Meldung.</translation>
    </message>
    <message>
        <source>Your sessions were removed from this computer.</source>
        <translation>Ihre Sitzungen wurden von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>Medusa can&apos;t end a session early: a copy of it would work until:</source>
        <translation>Medusa kann eine Sitzung nicht vorzeitig beenden. Eine Kopie davon gilt noch bis:</translation>
    </message>
    <message>
        <source>You are signed out of all stores</source>
        <translation>Sie sind von allen Shops abgemeldet</translation>
    </message>
    <message>
        <source>Reset demo store?</source>
        <translation>Demo-Shop zurücksetzen?</translation>
    </message>
    <message>
        <source>Your changes are replaced by new sample data.</source>
        <translation>Ihre Änderungen werden durch neue Beispieldaten ersetzt.</translation>
    </message>
    <message>
        <source>Reset demo store</source>
        <translation>Demo-Shop zurücksetzen</translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation>Änderungen behalten</translation>
    </message>
    <message>
        <source>A clipboard manager restored a copied key</source>
        <translation>Eine Zwischenablage-Verwaltung hat einen kopierten Schlüssel wiederhergestellt</translation>
    </message>
    <message>
        <source>It was cleared again, but the manager may still have a copy. Delete it from its history.</source>
        <translation>Er wurde erneut gelöscht, aber vielleicht hat die Verwaltung noch eine Kopie. Löschen Sie ihn aus deren Verlauf.</translation>
    </message>
    <message>
        <source>A change is still in progress</source>
        <translation>Eine Änderung läuft noch</translation>
    </message>
    <message>
        <source>If you quit now, check later whether it went through.</source>
        <translation>Wenn Sie jetzt beenden, prüfen Sie später, ob sie ausgeführt wurde.</translation>
    </message>
    <message>
        <source>If you continue now, check later whether it went through.</source>
        <translation>Wenn Sie jetzt fortfahren, prüfen Sie später, ob sie ausgeführt wurde.</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>Trotzdem beenden</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Trotzdem fortfahren</translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation>Beenden und verwerfen</translation>
    </message>
    <message>
        <source>Continue and lose it</source>
        <translation>Fortfahren und verwerfen</translation>
    </message>
    <message>
        <source>The key can&apos;t be recovered, and you won&apos;t be reminded of it. It still works: revoke it first if nobody needs it.</source>
        <translation>Der Schlüssel lässt sich nicht wiederherstellen, und Sie werden nicht mehr an ihn erinnert. Er funktioniert weiter: Widerrufen Sie ihn vorher, wenn ihn niemand braucht.</translation>
    </message>
    <message>
        <source>The key can&apos;t be recovered. The next time you sign in, you will be told which key it was and can revoke it.</source>
        <translation>Der Schlüssel lässt sich nicht wiederherstellen. Bei der nächsten Anmeldung erfahren Sie, welcher es war, und können ihn widerrufen.</translation>
    </message>
    <message>
        <source>The password can&apos;t be recovered. Nobody can look it up.</source>
        <translation>Das Passwort lässt sich nicht wiederherstellen. Niemand kann es nachsehen.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>CopyStatus</name>
    <message>
        <source>Clear now</source>
        <translation>Jetzt leeren</translation>
    </message>
    <message>
        <source>Keep 30 s longer</source>
        <translation>30 s länger</translation>
    </message>
    <message>
        <source>Copied. Clipboard clears in {seconds} s</source>
        <translation>Kopiert. Zwischenablage wird in {seconds} s geleert</translation>
    </message>
    <message>
        <source>Clipboard cleared. Not pasted yet?</source>
        <translation>Zwischenablage geleert. Noch nicht eingefügt?</translation>
    </message>
    <message>
        <source>Clipboard cleared</source>
        <translation>Zwischenablage geleert</translation>
    </message>
    <message>
        <source>A clipboard manager restored it. It was overwritten, but the manager may have kept a copy. Remove it from the history.</source>
        <translation>Eine Zwischenablage-Verwaltung hat den Inhalt wiederhergestellt. Er wurde überschrieben, aber vielleicht hat die Verwaltung eine Kopie behalten. Entfernen Sie sie aus dem Verlauf.</translation>
    </message>
    <message>
        <source>Something else was copied in the meantime. Not pasted yet?</source>
        <translation>Inzwischen wurde etwas anderes kopiert. Noch nicht eingefügt?</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>vor %Ln Min.</numerusform>
            <numerusform>vor %Ln Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>vor %Ln Stunde</numerusform>
            <numerusform>vor %Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s) ago</source>
        <translation>
            <numerusform>vor %Ln Monat</numerusform>
            <numerusform>vor %Ln Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s) ago</source>
        <translation>
            <numerusform>vor %Ln Jahr</numerusform>
            <numerusform>vor %Ln Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>in %Ln Min.</numerusform>
            <numerusform>in %Ln Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln hour(s)</source>
        <translation>
            <numerusform>in %Ln Stunde</numerusform>
            <numerusform>in %Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>in %Ln Tag</numerusform>
            <numerusform>in %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>noch %Ln</numerusform>
            <numerusform>noch %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln Ergebnis</numerusform>
            <numerusform>%Ln Ergebnisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %Ln second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %Ln Sekunde noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %Ln Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) imported</source>
        <translation>
            <numerusform>%Ln Shop importiert</numerusform>
            <numerusform>%Ln Shops importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{lost} of %Ln store(s) couldn&apos;t be read.</source>
        <translation>
            <numerusform>{lost} von %Ln Shop konnte nicht gelesen werden.</numerusform>
            <numerusform>{lost} von %Ln Shops konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln übersprungen</numerusform>
            <numerusform>%Ln übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) were not read, because the file has too many.</source>
        <translation>
            <numerusform>%Ln Eintrag wurde nicht gelesen, weil die Datei zu viele enthält.</numerusform>
            <numerusform>%Ln Einträge wurden nicht gelesen, weil die Datei zu viele enthält.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) are not saved yet</source>
        <translation>
            <numerusform>%Ln Schlüssel ist noch nicht gespeichert</numerusform>
            <numerusform>%Ln Schlüssel sind noch nicht gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rotation(s) are not finished</source>
        <translation>
            <numerusform>%Ln Rotation ist nicht abgeschlossen</numerusform>
            <numerusform>%Ln Rotationen sind nicht abgeschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoke(s) are not proven</source>
        <translation>
            <numerusform>%Ln Widerruf ist nicht nachgewiesen</numerusform>
            <numerusform>%Ln Widerrufe sind nicht nachgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln channel(s). Search to find the others.</source>
        <translation>
            <numerusform>{shown} von %Ln Kanal. Suchen Sie, um die anderen zu finden.</numerusform>
            <numerusform>{shown} von %Ln Kanälen. Suchen Sie, um die anderen zu finden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) match. Choose which to revoke.</source>
        <translation>
            <numerusform>%Ln Schlüssel passt. Wählen Sie, welcher widerrufen werden soll.</numerusform>
            <numerusform>%Ln Schlüssel passen. Wählen Sie, welcher widerrufen werden soll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer password(s) may not have been passed on yet</source>
        <translation>
            <numerusform>%Ln Kundenpasswort wurde vielleicht noch nicht weitergegeben</numerusform>
            <numerusform>%Ln Kundenpasswörter wurden vielleicht noch nicht weitergegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is the key you created %Ln s ago, not a leak.</source>
        <translation>
            <numerusform>Das ist der Schlüssel, den Sie vor %Ln s angelegt haben, kein Leak.</numerusform>
            <numerusform>Das ist der Schlüssel, den Sie vor %Ln s angelegt haben, kein Leak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is the key you created %Ln min ago, not a leak.</source>
        <translation>
            <numerusform>Das ist der Schlüssel, den Sie vor %Ln min angelegt haben, kein Leak.</numerusform>
            <numerusform>Das ist der Schlüssel, den Sie vor %Ln min angelegt haben, kein Leak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in these %Ln store(s): deleted, another store&apos;s, or never a key. A store cannot tell which. That does not prove that it is dead.</source>
        <translation>
            <numerusform>Nicht in diesem %Ln Shop: gelöscht, von einem anderen Shop oder nie ein Schlüssel. Was davon zutrifft, kann ein Shop nicht sagen. Das beweist nicht, dass er tot ist.</numerusform>
            <numerusform>Nicht in diesen %Ln Shops: gelöscht, von einem anderen Shop oder nie ein Schlüssel. Was davon zutrifft, kann ein Shop nicht sagen. Das beweist nicht, dass er tot ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) were not asked: {stores}</source>
        <translation>
            <numerusform>%Ln Shop wurde nicht gefragt: {stores}</numerusform>
            <numerusform>%Ln Shops wurden nicht gefragt: {stores}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) look like it. Find them on the page API keys.</source>
        <translation>
            <numerusform>%Ln weiterer Schlüssel sieht genauso aus. Sie finden ihn auf der Seite „API-Schlüssel“.</numerusform>
            <numerusform>%Ln weitere Schlüssel sehen genauso aus. Sie finden sie auf der Seite „API-Schlüssel“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not among the %Ln key(s) that were read; {store} has more.</source>
        <translation>
            <numerusform>Er ist nicht der %Ln gelesene Schlüssel; {store} hat mehr.</numerusform>
            <numerusform>Er ist nicht unter den %Ln gelesenen Schlüsseln; {store} hat mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and in %Ln more place(s)</source>
        <translation>
            <numerusform>und an %Ln weiteren Stelle</numerusform>
            <numerusform>und an %Ln weiteren Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s after the paste</source>
        <translation>
            <numerusform>%Ln s nach dem Einfügen</numerusform>
            <numerusform>%Ln s nach dem Einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) asked</source>
        <translation>
            <numerusform>%Ln Shop gefragt</numerusform>
            <numerusform>%Ln Shops gefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Signed in to %Ln store(s)</source>
        <translation>
            <numerusform>Bei %Ln Shop angemeldet</numerusform>
            <numerusform>Bei %Ln Shops angemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) list this key: some may be copies of others, or may lie. Nothing was sent yet. Choose which one to ask.</source>
        <translation>
            <numerusform>%Ln Shop führt diesen Schlüssel: Er kann eine Kopie sein oder lügen. Noch wurde nichts gesendet. Wählen Sie, welcher gefragt wird.</numerusform>
            <numerusform>%Ln Shops führen diesen Schlüssel: Manche können Kopien voneinander sein oder lügen. Noch wurde nichts gesendet. Wählen Sie, welcher gefragt wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln year(s)</source>
        <translation>
            <numerusform>in %Ln Jahr</numerusform>
            <numerusform>in %Ln Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Older than %Ln day(s)</source>
        <translation>
            <numerusform>Älter als %Ln Tag</numerusform>
            <numerusform>Älter als %Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago ({policy})</source>
        <translation>
            <numerusform>vor %Ln Tag ({policy})</numerusform>
            <numerusform>vor %Ln Tagen ({policy})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found in your notes</source>
        <translation>
            <numerusform>%Ln in Ihren Notizen gefunden</numerusform>
            <numerusform>%Ln in Ihren Notizen gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{as_of}, without the newest %Ln key(s)</source>
        <translation>
            <numerusform>{as_of}, ohne den %Ln neuesten Schlüssel</numerusform>
            <numerusform>{as_of}, ohne die neuesten %Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proxy password(s)</source>
        <translation>
            <numerusform>%Ln Proxy-Passwort</numerusform>
            <numerusform>%Ln Proxy-Passwörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) saved for other programs</source>
        <translation>
            <numerusform>%Ln für andere Programme gespeicherter Schlüssel</numerusform>
            <numerusform>%Ln für andere Programme gespeicherte Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong code. %Ln attempt(s) left.</source>
        <translation>
            <numerusform>Falscher Code. Noch %Ln Versuch.</numerusform>
            <numerusform>Falscher Code. Noch %Ln Versuche.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong recovery code, or it was used before. %Ln attempt(s) left.</source>
        <translation>
            <numerusform>Falscher oder schon benutzter Wiederherstellungscode. Noch %Ln Versuch.</numerusform>
            <numerusform>Falscher oder schon benutzter Wiederherstellungscode. Noch %Ln Versuche.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerActions</name>
    <message>
        <source>The password of {email} was discarded</source>
        <translation>Das Passwort von {email} wurde verworfen</translation>
    </message>
    <message>
        <source>It was discarded 10 minutes after the store was locked. The customer can sign in with it if someone passed it on.</source>
        <translation>Es wurde 10 Minuten nach der Sperre verworfen. Der Kunde kann sich damit anmelden, falls jemand es weitergegeben hat.</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, but it went through.</source>
        <translation>Der Shop hat nicht geantwortet, aber es hat geklappt.</translation>
    </message>
    <message>
        <source>Stopped waiting for “{doing}”</source>
        <translation>Auf „{doing}“ wird nicht mehr gewartet</translation>
    </message>
    <message>
        <source>It may still go through. Refresh before you try again.</source>
        <translation>Es kann noch ausgeführt werden. Aktualisieren Sie, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Register customer</source>
        <translation>Kunden registrieren</translation>
    </message>
    <message>
        <source>Create guest…</source>
        <translation>Gast anlegen…</translation>
    </message>
    <message>
        <source>Check sign-in…</source>
        <translation>Anmeldung prüfen…</translation>
    </message>
    <message>
        <source>Check the sign-in of {name}</source>
        <translation>Anmeldung von {name} prüfen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <source>Delete customer…</source>
        <translation>Kunden löschen…</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name} löschen</translation>
    </message>
</context>
<context>
    <name>CustomerDetail</name>
    <message>
        <source>Copy email</source>
        <translation>E-Mail-Adresse kopieren</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Email copied</source>
        <translation>E-Mail-Adresse kopiert</translation>
    </message>
    <message>
        <source>Can&apos;t read addresses and metadata. They are larger than {size}.</source>
        <translation>Adressen und Metadaten sind nicht lesbar. Sie sind größer als {size}.</translation>
    </message>
    <message>
        <source>Can&apos;t read addresses and metadata. The server sent them in an unexpected format.</source>
        <translation>Adressen und Metadaten sind nicht lesbar. Der Server hat sie in einem unerwarteten Format gesendet.</translation>
    </message>
    <message>
        <source>Can&apos;t read addresses and metadata. {why}</source>
        <translation>Adressen und Metadaten sind nicht lesbar. {why}</translation>
    </message>
</context>
<context>
    <name>CustomerFacts</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>no email</source>
        <translation>keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>in {groups}</source>
        <translation>in {groups}</translation>
    </message>
    <message>
        <source>created {ago}</source>
        <translation>angelegt {ago}</translation>
    </message>
    <message>
        <source>Yes, with the email they registered with</source>
        <translation>Ja, mit der E-Mail-Adresse der Registrierung</translation>
    </message>
    <message>
        <source>Also used by a guest</source>
        <translation>Auch von einem Gast verwendet</translation>
    </message>
    <message>
        <source>No, this is a guest</source>
        <translation>Nein, das ist ein Gast</translation>
    </message>
    <message>
        <source>Also used by an account</source>
        <translation>Auch von einem Konto verwendet</translation>
    </message>
    <message>
        <source>Can sign in</source>
        <translation>Kann sich anmelden</translation>
    </message>
    <message>
        <source>Shared email</source>
        <translation>Gemeinsame E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Address {number}</source>
        <translation>Adresse {number}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
</context>
<context>
    <name>CustomerFilters</name>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Search name or email</source>
        <translation>Name oder E-Mail suchen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Create guest</source>
        <translation>Gast anlegen</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Kunden bearbeiten</translation>
    </message>
    <message>
        <source>This doesn&apos;t change their sign-in: they keep using the old email.</source>
        <translation>Am Zugang des Kunden ändert das nichts: Zum Anmelden gilt weiter die alte E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>A guest is a customer who cannot sign in.</source>
        <translation>Ein Gast ist ein Kunde, der sich nicht anmelden kann.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Fill in at least one field.</source>
        <translation>Füllen Sie mindestens ein Feld aus.</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. Check the list before you try again.</source>
        <translation>Der Shop hat nicht geantwortet. Sehen Sie in der Liste nach, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, and checking failed as well. {why}</source>
        <translation>Der Shop hat nicht geantwortet, und auch das Nachsehen ist fehlgeschlagen. {why}</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. Not there at {time}, but it may still appear.</source>
        <translation>Der Shop hat nicht geantwortet. Um {time} war noch nichts da, es kann aber noch erscheinen.</translation>
    </message>
    <message>
        <source>Another customer already uses this email. Change theirs, or use another one.</source>
        <translation>Ein anderer Kunde verwendet diese E-Mail-Adresse schon. Ändern Sie dessen Adresse oder verwenden Sie eine andere.</translation>
    </message>
    <message>
        <source>Another customer already uses this email.</source>
        <translation>Ein anderer Kunde verwendet diese E-Mail-Adresse schon.</translation>
    </message>
    <message>
        <source>An account has this email. The two records stay separate.</source>
        <translation>Ein Konto hat diese E-Mail-Adresse. Die beiden Datensätze bleiben getrennt.</translation>
    </message>
    <message>
        <source>A guest has this email. The two records stay separate.</source>
        <translation>Ein Gast hat diese E-Mail-Adresse. Die beiden Datensätze bleiben getrennt.</translation>
    </message>
    <message>
        <source>{email} already exists in different capitals. Medusa treats them as two customers.</source>
        <translation>{email} gibt es schon in anderer Groß- und Kleinschreibung. Medusa behandelt sie als zwei Kunden.</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Noch keine Kunden</translation>
    </message>
    <message>
        <source>Customers appear here when they sign up or place an order.</source>
        <translation>Kunden erscheinen hier, wenn sie sich registrieren oder bestellen.</translation>
    </message>
    <message>
        <source>No matching customers</source>
        <translation>Keine passenden Kunden</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>K&amp;unde</translation>
    </message>
    <message>
        <source>That looks like a key. Look for it on the API keys page.</source>
        <translation>Das sieht nach einem Schlüssel aus. Suchen Sie ihn auf der Seite „API-Schlüssel“.</translation>
    </message>
    <message>
        <source>This customer has been deleted</source>
        <translation>Dieser Kunde wurde gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) match</source>
        <translation>
            <numerusform>%Ln passender Kunde</numerusform>
            <numerusform>%Ln passende Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of %Ln customer(s) matches</source>
        <translation>
            <numerusform>1 von %Ln Kunden passt</numerusform>
            <numerusform>1 von %Ln Kunden passt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln customer(s) match</source>
        <translation>
            <numerusform>{count} von %Ln Kunden passen</numerusform>
            <numerusform>{count} von %Ln Kunden passen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPlaces</name>
    <message>
        <source>Where data is kept</source>
        <translation>Wo die Daten liegen</translation>
    </message>
    <message>
        <source>In the data folder</source>
        <translation>Im Datenordner</translation>
    </message>
    <message>
        <source>Stores, settings, the log, the demo store, and which keys are not yet confirmed as saved. Never a key, a password or a session.</source>
        <translation>Shops, Einstellungen, das Protokoll, der Demo-Shop und welche Schlüssel noch nicht als gespeichert bestätigt sind. Nie ein Schlüssel, ein Passwort oder eine Sitzung.</translation>
    </message>
    <message>
        <source>In the system keyring</source>
        <translation>Im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Nowhere on this computer</source>
        <translation>Nirgends auf diesem Computer</translation>
    </message>
    <message>
        <source>Keys, customers&apos; passwords, and what you search for.</source>
        <translation>Schlüssel, Passwörter von Kunden und Ihre Suchbegriffe.</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Sessions you chose to keep, passwords of proxies, and keys you saved there.</source>
        <translation>Sitzungen, in denen Sie angemeldet bleiben, Proxy-Passwörter und Schlüssel, die Sie dort gespeichert haben.</translation>
    </message>
</context>
<context>
    <name>DeleteCustomer</name>
    <message>
        <source>Delete customer</source>
        <translation>Kunden löschen</translation>
    </message>
    <message>
        <source>Keep customer</source>
        <translation>Kunden behalten</translation>
    </message>
    <message>
        <source>Type {email} to confirm.</source>
        <translation>Geben Sie zur Bestätigung {email} ein.</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Delete this customer?</source>
        <translation>Diesen Kunden löschen?</translation>
    </message>
    <message>
        <source>Delete the account of {name}?</source>
        <translation>Konto von {name} löschen?</translation>
    </message>
    <message>
        <source>Delete the guest {name}?</source>
        <translation>Gast {name} löschen?</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>The customer and their sign-in are deleted immediately. Orders, and any guest with the same email, are kept. This cannot be undone.</source>
        <translation>Der Kunde und sein Zugang werden sofort gelöscht. Bestellungen und ein Gast mit derselben E-Mail-Adresse bleiben erhalten. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The guest is deleted immediately. Orders, and any account with the same email, are kept. This cannot be undone.</source>
        <translation>Der Gast wird sofort gelöscht. Bestellungen und ein Konto mit derselben E-Mail-Adresse bleiben erhalten. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>DemoHost</name>
    <message>
        <source>Demo changes can&apos;t be saved</source>
        <translation>Änderungen am Demo-Shop lassen sich nicht speichern</translation>
    </message>
    <message>
        <source>Can&apos;t write to the data folder. Changes to the demo store are lost when you close the program.</source>
        <translation>Der Datenordner lässt sich nicht beschreiben. Änderungen am Demo-Shop gehen verloren, wenn Sie das Programm schließen.</translation>
    </message>
</context>
<context>
    <name>DoctorCounts</name>
    <message numerus="yes">
        <source>The key is cut: it has %n of 64 digits. Copy it whole from where it was saved.</source>
        <translation>
            <numerusform>Der Schlüssel ist abgeschnitten: Er hat %n von 64 Ziffern. Kopieren Sie ihn vollständig von dort, wo er gespeichert ist.</numerusform>
            <numerusform>Der Schlüssel ist abgeschnitten: Er hat %n von 64 Ziffern. Kopieren Sie ihn vollständig von dort, wo er gespeichert ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the keys of the store… %Ln so far.</source>
        <translation>
            <numerusform>Die Schlüssel des Shops werden gelesen… bisher %Ln.</numerusform>
            <numerusform>Die Schlüssel des Shops werden gelesen… bisher %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorWell</name>
    <message>
        <source>Paste the request that fails</source>
        <translation>Fügen Sie die Anfrage ein, die fehlschlägt</translation>
    </message>
    <message>
        <source>A curl line, an HTTP request, a line of an .env file or of code. It is read on this computer, not shown and not kept.</source>
        <translation>Eine curl-Zeile, eine HTTP-Anfrage, eine Zeile einer .env-Datei oder von Code. Sie wird auf diesem Computer gelesen, nicht gezeigt und nicht gespeichert.</translation>
    </message>
    <message>
        <source>Paste the key that fails</source>
        <translation>Fügen Sie den Schlüssel ein, der nicht funktioniert</translation>
    </message>
    <message>
        <source>Or all of the request that fails: a curl line, an HTTP request, a line of an .env file or of code. It is read on this computer, not shown and not kept.</source>
        <translation>Oder die ganze Anfrage, die fehlschlägt: eine curl-Zeile, eine HTTP-Anfrage, eine Zeile einer .env-Datei oder von Code. Sie wird auf diesem Computer gelesen, nicht gezeigt und nicht gespeichert.</translation>
    </message>
    <message>
        <source>Paste from clipboard</source>
        <translation>Aus der Zwischenablage einfügen</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>EmailField</name>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>EndActions</name>
    <message>
        <source>Schedule revocation of “{title}”</source>
        <translation>Widerruf von „{title}“ planen</translation>
    </message>
    <message>
        <source>Schedule revocation</source>
        <translation>Widerruf planen</translation>
    </message>
    <message>
        <source>It works until then. Storefronts that use it stop working at that time.</source>
        <translation>Bis dahin funktioniert er. Storefronts, die ihn verwenden, funktionieren ab diesem Zeitpunkt nicht mehr.</translation>
    </message>
    <message>
        <source>It works until then. Whatever uses it stops working at that time.</source>
        <translation>Bis dahin funktioniert er. Alles, was ihn verwendet, funktioniert ab diesem Zeitpunkt nicht mehr.</translation>
    </message>
    <message>
        <source>Now it works until {when}. It can be moved, never made endless again.</source>
        <translation>Jetzt gilt er bis {when}. Das Ende kann verschoben, aber nie mehr aufgehoben werden.</translation>
    </message>
    <message>
        <source>Move the end of “{title}”</source>
        <translation>Ende von „{title}“ verschieben</translation>
    </message>
    <message>
        <source>Move end</source>
        <translation>Ende verschieben</translation>
    </message>
    <message>
        <source>An end can be moved, but never removed.</source>
        <translation>Ein Ende kann verschoben, aber nicht mehr aufgehoben werden.</translation>
    </message>
    <message>
        <source>Medusa Admin shows a key with an end as revoked, though it still works.</source>
        <translation>Medusa Admin zeigt einen Schlüssel mit einem Ende als widerrufen an, obwohl er noch funktioniert.</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Not confirmed: the end may not have been set. {why}.</source>
        <translation>Nicht bestätigt: Das Ende wurde möglicherweise nicht gesetzt. {why}.</translation>
    </message>
</context>
<context>
    <name>EndField</name>
    <message>
        <source>A date and time</source>
        <translation>Datum und Uhrzeit wählen</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Enter a date and time, for example 2026-11-30 14:30.</source>
        <translation>Geben Sie Datum und Uhrzeit ein, zum Beispiel 30.11.2026 14:30.</translation>
    </message>
    <message>
        <source>{time} doesn&apos;t exist that day: the clocks go forward. Choose another.</source>
        <translation>{time} gibt es an diesem Tag nicht: Die Uhren werden vorgestellt. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>That time has passed. Choose a later one.</source>
        <translation>Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren.</translation>
    </message>
    <message>
        <source>Choose a time at least 1 minute from now.</source>
        <translation>Wählen Sie einen Zeitpunkt, der mindestens 1 Minute in der Zukunft liegt.</translation>
    </message>
    <message>
        <source>Choose a time within 10 years.</source>
        <translation>Wählen Sie einen Zeitpunkt innerhalb von 10 Jahren.</translation>
    </message>
    <message>
        <source>Ends {when}. That time comes twice, because the clocks go back; this is the first.</source>
        <translation>Endet {when}. Diese Uhrzeit gibt es zweimal, weil die Uhren zurückgestellt werden; gemeint ist die erste.</translation>
    </message>
    <message>
        <source>Ends {when}</source>
        <translation>Endet {when}</translation>
    </message>
    <message>
        <source>Ends {when}, the next working morning</source>
        <translation>Endet {when}, am nächsten Arbeitsmorgen</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Ohne Ende</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>180 days</source>
        <translation>180 Tage</translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>In 1 Stunde</translation>
    </message>
    <message>
        <source>In 24 hours</source>
        <translation>In 24 Stunden</translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation>In 7 Tagen</translation>
    </message>
    <message>
        <source>Let it work</source>
        <translation>Gültig lassen</translation>
    </message>
    <message>
        <source>7 days longer</source>
        <translation>7 Tage länger</translation>
    </message>
    <message>
        <source>30 days longer</source>
        <translation>30 Tage länger</translation>
    </message>
    <message>
        <source>90 days longer</source>
        <translation>90 Tage länger</translation>
    </message>
    <message>
        <source>Let it work for</source>
        <translation>Wieder gültig für</translation>
    </message>
    <message>
        <source>10 years</source>
        <translation>10 Jahre</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
</context>
<context>
    <name>EndFirst</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Keep without an end</source>
        <translation>Ohne Ende behalten</translation>
    </message>
    <message>
        <source>Setting its end: {when}…</source>
        <translation>Das Ende wird gesetzt: {when}…</translation>
    </message>
    <message>
        <source>This key has no end yet</source>
        <translation>Dieser Schlüssel hat noch kein Ende</translation>
    </message>
    <message>
        <source>Works until {when}.</source>
        <translation>Gilt bis {when}.</translation>
    </message>
    <message>
        <source>This key has no end.</source>
        <translation>Dieser Schlüssel hat kein Ende.</translation>
    </message>
    <message>
        <source>{why} It is to end on {when}.</source>
        <translation>{why} Er soll am {when} enden.</translation>
    </message>
</context>
<context>
    <name>EndOfNewKey</name>
    <message>
        <source>“{title}” was created</source>
        <translation>„{title}“ wurde angelegt</translation>
    </message>
    <message>
        <source>Discard and revoke this key</source>
        <translation>Diesen Schlüssel verwerfen und widerrufen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work. {why}.</source>
        <translation>Nicht bestätigt: Dieser Schlüssel funktioniert möglicherweise noch. {why}.</translation>
    </message>
</context>
<context>
    <name>EnvironmentBar</name>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>STAGING</translation>
    </message>
    <message>
        <source>DEVELOPMENT</source>
        <translation>ENTWICKLUNG</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
</context>
<context>
    <name>ExportCounts</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{exported} of %Ln key(s)</source>
        <translation>
            <numerusform>{exported} von %Ln Schlüssel</numerusform>
            <numerusform>{exported} von %Ln Schlüsseln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} of %Ln key(s) read</source>
        <translation>
            <numerusform>{number} von %Ln Schlüssel gelesen</numerusform>
            <numerusform>{number} von %Ln Schlüsseln gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) exported to {file}</source>
        <translation>
            <numerusform>%Ln Schlüssel nach {file} exportiert</numerusform>
            <numerusform>%Ln Schlüssel nach {file} exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) were deleted while the others were read.</source>
        <translation>
            <numerusform>%Ln Schlüssel wurde gelöscht, während die anderen gelesen wurden.</numerusform>
            <numerusform>%Ln Schlüssel wurden gelöscht, während die anderen gelesen wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln key(s) in this order are exported.</source>
        <translation>
            <numerusform>Nur der erste %Ln Schlüssel in dieser Reihenfolge wird exportiert.</numerusform>
            <numerusform>Nur die ersten %Ln Schlüssel in dieser Reihenfolge werden exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export keys</source>
        <translation>Schlüssel exportieren</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The file holds no key, only the redacted forms. It can name people: titles and who created a key are personal data.</source>
        <translation>Die Datei enthält keinen Schlüssel, nur die gekürzten Formen. Sie kann Personen nennen: Titel und wer einen Schlüssel angelegt hat, sind personenbezogene Daten.</translation>
    </message>
    <message>
        <source>In a CSV file, a field that begins like a formula gets a &apos; in front, so that no spreadsheet computes it. A JSON file holds it unchanged.</source>
        <translation>In einer CSV-Datei steht vor einem Feld, das wie eine Formel beginnt, ein &apos;, damit keine Tabellenkalkulation es ausrechnet. Eine JSON-Datei enthält es unverändert.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Datei wird geschrieben…</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Abgebrochen. Es wurde keine Datei geschrieben.</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Copy {what}</source>
        <translation>{what} kopieren</translation>
    </message>
    <message>
        <source>{what} copied</source>
        <translation>{what} kopiert</translation>
    </message>
</context>
<context>
    <name>FailedStrip</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>FailureNotices</name>
    <message>
        <source>Edit store…</source>
        <translation>Shop bearbeiten…</translation>
    </message>
    <message>
        <source>Refresh permissions</source>
        <translation>Berechtigungen aktualisieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Your role allows this now</source>
        <translation>Ihre Rolle erlaubt das jetzt</translation>
    </message>
    <message>
        <source>Your new permissions are active.</source>
        <translation>Ihre neuen Berechtigungen gelten jetzt.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>That looks like a key. It was not entered here.</source>
        <translation>Das sieht nach einem Schlüssel aus. Er wurde hier nicht eingetragen.</translation>
    </message>
    <message>
        <source>This password contains a line break.</source>
        <translation>Dieses Passwort enthält einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>A code has only digits.</source>
        <translation>Ein Code besteht nur aus Ziffern.</translation>
    </message>
    <message>
        <source>Only codes of six digits can be entered here.</source>
        <translation>Hier lassen sich nur Codes mit sechs Ziffern eingeben.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>That looks like part of a key. Search for its first 6 characters.</source>
        <translation>Das sieht nach einem Teil eines Schlüssels aus. Suchen Sie nach dessen ersten 6 Zeichen.</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>{label}: {choice}</source>
        <translation>{label}: {choice}</translation>
    </message>
</context>
<context>
    <name>ForgotPassword</name>
    <message>
        <source>Forgot password?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Ask for the mail</source>
        <translation>E-Mail anfordern</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Link or token from the mail</source>
        <translation>Link oder Token aus der E-Mail</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>It is not saved anywhere on this computer.</source>
        <translation>Es wird nirgends auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Set new password</source>
        <translation>Neues Passwort setzen</translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation>Wird gesetzt …</translation>
    </message>
    <message>
        <source>Ask for a mail first, or paste what a colleague has sent you.</source>
        <translation>Fordern Sie erst eine E-Mail an, oder fügen Sie ein, was Ihnen jemand geschickt hat.</translation>
    </message>
    <message>
        <source>The demo store&apos;s password is {password}. It sends no mail. To try this, sign in, choose “Reset password…” for a colleague on the page Colleagues, and paste here what you copy there.</source>
        <translation>Das Passwort des Demo-Shops ist {password}. Er verschickt keine E-Mails. Um das hier auszuprobieren, melden Sie sich an, wählen Sie auf der Seite „Kollegen“ bei jemandem „Passwort zurücksetzen…“ und fügen Sie hier ein, was Sie dort kopieren.</translation>
    </message>
    <message>
        <source>Enter the email of your admin account.</source>
        <translation>Geben Sie die E-Mail-Adresse Ihres Admin-Kontos ein.</translation>
    </message>
    <message>
        <source>The store didn&apos;t confirm that. Look for the mail before you ask again: a newer one makes the link in the older one useless.</source>
        <translation>Der Shop hat das nicht bestätigt. Sehen Sie nach der E-Mail, bevor Sie noch eine anfordern: Eine neuere macht den Link der älteren unbrauchbar.</translation>
    </message>
    <message>
        <source>If an account with the email {email} exists and the shop sends such mails, one is on its way. Its link works for 15 minutes. If none comes, ask an admin of the store for a link.</source>
        <translation>Wenn es ein Konto mit der E-Mail-Adresse {email} gibt und der Shop solche E-Mails verschickt, ist eine unterwegs. Ihr Link funktioniert 15 Minuten lang. Kommt keine, bitten Sie einen Admin des Shops um einen Link.</translation>
    </message>
    <message>
        <source>Enter a password, or choose Generate.</source>
        <translation>Geben Sie ein Passwort ein oder wählen Sie „Erzeugen“.</translation>
    </message>
    <message>
        <source>{reason} Ask for a new mail.</source>
        <translation>{reason} Fordern Sie eine neue E-Mail an.</translation>
    </message>
    <message>
        <source>The store didn&apos;t confirm that the new password is set. Try to sign in with it; if that fails, ask for a new mail.</source>
        <translation>Der Shop hat nicht bestätigt, dass das neue Passwort gesetzt ist. Versuchen Sie, sich damit anzumelden; gelingt das nicht, fordern Sie eine neue E-Mail an.</translation>
    </message>
    <message>
        <source>Stopped waiting. The new password may be set all the same: try to sign in with it.</source>
        <translation>Sie haben nicht gewartet. Das neue Passwort kann trotzdem gesetzt sein: Versuchen Sie, sich damit anzumelden.</translation>
    </message>
</context>
<context>
    <name>GlanceStrip</name>
    <message>
        <source>Shows only these keys</source>
        <translation>Zeigt nur diese Schlüssel</translation>
    </message>
</context>
<context>
    <name>HandOverButton</name>
    <message>
        <source>Hand over…</source>
        <translation>Übergeben…</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>In eine Datei schreiben…</translation>
    </message>
    <message>
        <source>Send to a command…</source>
        <translation>An einen Befehl senden…</translation>
    </message>
    <message>
        <source>Save in the keyring…</source>
        <translation>Im Schlüsselbund speichern…</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>Kopieren als…</translation>
    </message>
    <message>
        <source>Environment line</source>
        <translation>Zeile für eine Umgebungsvariable</translation>
    </message>
    <message>
        <source>Authorization header</source>
        <translation>Authorization-Header</translation>
    </message>
    <message>
        <source>Command line that reads the key unseen</source>
        <translation>Befehlszeile, die den Schlüssel verdeckt liest</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>In {file} geschrieben.</translation>
    </message>
    <message>
        <source>Saved in the keyring as “{name}”.</source>
        <translation>Im Schlüsselbund als „{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>Copied. Run it in a terminal, then paste the key and press Enter.</source>
        <translation>Kopiert. Führen Sie die Zeile in einem Terminal aus, fügen Sie dann den Schlüssel ein und drücken Sie die Eingabetaste.</translation>
    </message>
</context>
<context>
    <name>HeadPart</name>
    <message>
        <source>This key still works. Revoke it first: until then it can make more.</source>
        <translation>Dieser Schlüssel funktioniert noch. Widerrufen Sie zuerst ihn: Bis dahin kann er weitere anlegen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>{time} by the store&apos;s clock, as {email}</source>
        <translation>{time} nach der Uhr des Shops, als {email}</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Nachgesehen</translation>
    </message>
</context>
<context>
    <name>HiddenText</name>
    <message>
        <source>The text, with its values hidden</source>
        <translation>Der Text mit verdeckten Werten</translation>
    </message>
    <message>
        <source>30 s more</source>
        <translation>30 s länger</translation>
    </message>
    <message>
        <source>Hide text</source>
        <translation>Text verbergen</translation>
    </message>
</context>
<context>
    <name>IncidentCounts</name>
    <message numerus="yes">
        <source>%Ln other key(s) stood in the same text; of them, this store told nothing.</source>
        <translation>
            <numerusform>%Ln weiterer Schlüssel stand im selben Text; über ihn hat dieser Shop nichts gesagt.</numerusform>
            <numerusform>%Ln weitere Schlüssel standen im selben Text; über sie hat dieser Shop nichts gesagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and in %Ln more place(s)</source>
        <translation>
            <numerusform>und an %Ln weiteren Stelle</numerusform>
            <numerusform>und an %Ln weiteren Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more record(s) that look the same</source>
        <translation>
            <numerusform>und %Ln weiterer Datensatz, der gleich aussieht</numerusform>
            <numerusform>und %Ln weitere Datensätze, die gleich aussehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s), made by it or by a key that it made:</source>
        <translation>
            <numerusform>%Ln Schlüssel, angelegt mit ihm oder mit einem damit angelegten Schlüssel:</numerusform>
            <numerusform>%Ln Schlüssel, angelegt mit ihm oder mit einem damit angelegten Schlüssel:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s):</source>
        <translation>
            <numerusform>%Ln Kunde:</numerusform>
            <numerusform>%Ln Kunden:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer group(s):</source>
        <translation>
            <numerusform>%Ln Kundengruppe:</numerusform>
            <numerusform>%Ln Kundengruppen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tax region(s):</source>
        <translation>
            <numerusform>%Ln Steuerregion:</numerusform>
            <numerusform>%Ln Steuerregionen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) cannot be attributed:</source>
        <translation>
            <numerusform>%Ln Schlüssel lässt sich nicht zuordnen:</numerusform>
            <numerusform>%Ln Schlüssel lassen sich nicht zuordnen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) made by such keys, or by a maker that has no record:</source>
        <translation>
            <numerusform>%Ln Datensatz, angelegt mit solchen Schlüsseln oder von einem Urheber ohne Datensatz:</numerusform>
            <numerusform>%Ln Datensätze, angelegt mit solchen Schlüsseln oder von einem Urheber ohne Datensatz:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) who may sign in joined since the key was made:</source>
        <translation>
            <numerusform>%Ln Person, die sich anmelden darf, ist hinzugekommen, seit es den Schlüssel gibt:</numerusform>
            <numerusform>%Ln Personen, die sich anmelden dürfen, sind hinzugekommen, seit es den Schlüssel gibt:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open invite(s) made since the key was made:</source>
        <translation>
            <numerusform>%Ln offene Einladung, angelegt, seit es den Schlüssel gibt:</numerusform>
            <numerusform>%Ln offene Einladungen, angelegt, seit es den Schlüssel gibt:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) revoked, or given an end, by it or by a key that it made:</source>
        <translation>
            <numerusform>%Ln Schlüssel, widerrufen oder mit einem Ende versehen mit ihm oder einem damit angelegten Schlüssel:</numerusform>
            <numerusform>%Ln Schlüssel, widerrufen oder mit einem Ende versehen mit ihm oder einem damit angelegten Schlüssel:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) changed since the leak, by whomever. Medusa does not say what was changed:</source>
        <translation>
            <numerusform>%Ln Schlüssel wurde seit dem Leak geändert, von wem auch immer. Medusa sagt nicht, was geändert wurde:</numerusform>
            <numerusform>%Ln Schlüssel wurden seit dem Leak geändert, von wem auch immer. Medusa sagt nicht, was geändert wurde:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more. The report as a Markdown file names all of them.</source>
        <translation>
            <numerusform>und %Ln weiterer. Der Bericht als Markdown-Datei nennt alle.</numerusform>
            <numerusform>und %Ln weitere. Der Bericht als Markdown-Datei nennt alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) joined since the key was made: ask who let them in, and remove whoever nobody knows.</source>
        <translation>
            <numerusform>%Ln Person ist dazugekommen, seit es den Schlüssel gibt: Fragen Sie, wer sie eingeladen hat, und entfernen Sie sie, wenn niemand sie kennt.</numerusform>
            <numerusform>%Ln Personen sind dazugekommen, seit es den Schlüssel gibt: Fragen Sie, wer sie eingeladen hat, und entfernen Sie alle, die niemand kennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open invite(s) since the key was made: delete what nobody here has sent.</source>
        <translation>
            <numerusform>%Ln offene Einladung, seit es den Schlüssel gibt: Löschen Sie sie, wenn niemand hier sie verschickt hat.</numerusform>
            <numerusform>%Ln offene Einladungen, seit es den Schlüssel gibt: Löschen Sie alle, die niemand hier verschickt hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made by a leaked key still work: revoke what nobody needs.</source>
        <translation>
            <numerusform>%Ln mit einem geleakten Schlüssel angelegter Schlüssel funktioniert noch: Widerrufen Sie ihn, wenn niemand ihn braucht.</numerusform>
            <numerusform>%Ln mit einem geleakten Schlüssel angelegte Schlüssel funktionieren noch: Widerrufen Sie alle, die niemand braucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) that cannot be attributed still work: ask whose they are, and revoke the others.</source>
        <translation>
            <numerusform>%Ln Schlüssel, der sich nicht zuordnen lässt, funktioniert noch: Fragen Sie, wem er gehört, und widerrufen Sie ihn, wenn niemand ihn kennt.</numerusform>
            <numerusform>%Ln Schlüssel, die sich nicht zuordnen lassen, funktionieren noch: Fragen Sie, wem sie gehören, und widerrufen Sie alle, die niemand kennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made by it that work</source>
        <translation>
            <numerusform>%Ln damit angelegter Schlüssel, der funktioniert</numerusform>
            <numerusform>%Ln damit angelegte Schlüssel, die funktionieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) that work and cannot be attributed</source>
        <translation>
            <numerusform>%Ln Schlüssel, der funktioniert und sich nicht zuordnen lässt</numerusform>
            <numerusform>%Ln Schlüssel, die funktionieren und sich nicht zuordnen lassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) stand above in short. The report as a Markdown file tells all of them.</source>
        <translation>
            <numerusform>%Ln weiterer Schlüssel steht oben in Kürze. Der Bericht als Markdown-Datei nennt alles.</numerusform>
            <numerusform>%Ln weitere Schlüssel stehen oben in Kürze. Der Bericht als Markdown-Datei nennt alles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InviteForm</name>
    <message>
        <source>Invite colleague</source>
        <translation>Kollegen einladen</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Create invite</source>
        <translation>Einladung erstellen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Roles can&apos;t be chosen. {why} The invite then gives none.</source>
        <translation>Rollen können nicht gewählt werden. {why} Die Einladung gibt dann keine.</translation>
    </message>
    <message>
        <source>Without a role they can sign in, but can&apos;t view anything.</source>
        <translation>Ohne Rolle kann die Person sich anmelden, aber nichts ansehen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Invite {email} to {store}</source>
        <translation>{email} zu {store} einladen</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, and checking failed as well. {why}</source>
        <translation>Der Shop hat nicht geantwortet, und auch das Nachsehen ist fehlgeschlagen. {why}</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. No invite for this email at {time}, but it may still appear.</source>
        <translation>Der Shop hat nicht geantwortet. Um {time} gab es keine Einladung für diese E-Mail-Adresse, sie kann aber noch erscheinen.</translation>
    </message>
    <message>
        <source>Somebody with this email is here already.</source>
        <translation>Jemand mit dieser E-Mail-Adresse ist schon da.</translation>
    </message>
    <message>
        <source>This email has an open invite. Resend that one, or delete it.</source>
        <translation>Für diese E-Mail-Adresse gibt es eine offene Einladung. Senden Sie diese neu oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>You get a message to send along: Medusa mails it only where the shop has set that up. The invite can be accepted for a day.</source>
        <translation>Sie erhalten eine Nachricht zum Weitergeben: Medusa verschickt sie nur, wo der Shop das eingerichtet hat. Die Einladung kann einen Tag lang angenommen werden.</translation>
    </message>
</context>
<context>
    <name>JoinedPart</name>
    <message>
        <source>Joined since</source>
        <translation>Seither dazugekommen</translation>
    </message>
    <message>
        <source>People and invites newer than the key. Medusa does not record who let them in.</source>
        <translation>Personen und Einladungen, die neuer sind als der Schlüssel. Medusa hält nicht fest, wer sie hereingelassen hat.</translation>
    </message>
    <message>
        <source>This is you. Let another admin look at your account.</source>
        <translation>Das sind Sie. Lassen Sie einen anderen Admin Ihr Konto ansehen.</translation>
    </message>
    <message>
        <source>Remove person…</source>
        <translation>Person entfernen…</translation>
    </message>
    <message>
        <source>Delete invite</source>
        <translation>Einladung löschen</translation>
    </message>
</context>
<context>
    <name>KeepChoice</name>
    <message>
        <source>Keep me signed in on this computer</source>
        <translation>Auf diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>How to fix</source>
        <translation>So beheben</translation>
    </message>
    <message>
        <source>The demo sign-in is filled in. Press Enter.</source>
        <translation>Der Demo-Zugang ist schon eingetragen. Drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>{reason} You will need your password next time.</source>
        <translation>{reason} Beim nächsten Mal brauchen Sie Ihr Passwort.</translation>
    </message>
    <message>
        <source>Tick the box to try again.</source>
        <translation>Setzen Sie das Häkchen, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Your session will be saved, encrypted, in {place}.</source>
        <translation>Ihre Sitzung wird verschlüsselt gespeichert: {place}.</translation>
    </message>
    <message>
        <source>Your session will be saved, encrypted, in the system keyring.</source>
        <translation>Ihre Sitzung wird verschlüsselt im Schlüsselbund des Systems gespeichert.</translation>
    </message>
</context>
<context>
    <name>KeyActions</name>
    <message>
        <source>Undo rename of “{title}”</source>
        <translation>Umbenennen von „{title}“ rückgängig machen</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Rename key</source>
        <translation>Schlüssel umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>{why}. Nothing was sent. At {time} this key was active.</source>
        <translation>{why}. Es wurde nichts gesendet. Zuletzt war dieser Schlüssel aktiv ({time}).</translation>
    </message>
    <message>
        <source>Revoke anyway</source>
        <translation>Trotzdem widerrufen</translation>
    </message>
    <message>
        <source>Storefronts that use it stop working immediately.</source>
        <translation>Storefronts mit diesem Schlüssel funktionieren sofort nicht mehr.</translation>
    </message>
    <message>
        <source>Anything that uses it stops working immediately. This cannot be undone.</source>
        <translation>Alles, was ihn verwendet, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke “{title}”?</source>
        <translation>„{title}“ widerrufen?</translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Medusa does not record where a key is used.</source>
        <translation>Medusa zeichnet nicht auf, wo ein Schlüssel verwendet wird.</translation>
    </message>
    <message>
        <source>Remove the last sales channel of “{title}”?</source>
        <translation>Letzten Vertriebskanal von „{title}“ entfernen?</translation>
    </message>
    <message>
        <source>Storefronts that use this key stop showing products immediately.</source>
        <translation>Storefronts mit diesem Schlüssel zeigen sofort keine Produkte mehr.</translation>
    </message>
    <message>
        <source>Remove channel</source>
        <translation>Kanal entfernen</translation>
    </message>
    <message>
        <source>Keep channel</source>
        <translation>Kanal behalten</translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation>Vertriebskanäle</translation>
    </message>
    <message>
        <source>Delete the record of “{title}”?</source>
        <translation>Datensatz von „{title}“ löschen?</translation>
    </message>
    <message>
        <source>Deleting its record removes every trace of it from the server, including who revoked it and when. This cannot be undone.</source>
        <translation>Mit dem Datensatz verschwindet jede Spur des Schlüssels vom Server, auch wer ihn wann widerrufen hat. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete record</source>
        <translation>Datensatz löschen</translation>
    </message>
    <message>
        <source>Keep record</source>
        <translation>Datensatz behalten</translation>
    </message>
    <message>
        <source>Still active. Checked at {time}.</source>
        <translation>Weiterhin aktiv. Geprüft um {time}.</translation>
    </message>
    <message>
        <source>“{title}” no longer exists</source>
        <translation>„{title}“ gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The key was deleted and no longer works.</source>
        <translation>Der Schlüssel wurde gelöscht und funktioniert nicht mehr.</translation>
    </message>
    <message>
        <source>{store} ({environment}), {address}</source>
        <translation>{store} ({environment}), {address}</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>{ago} by {creator}</source>
        <translation>{ago} von {creator}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Check {name}</source>
        <translation>{name} prüfen</translation>
    </message>
    <message>
        <source>I have saved this key</source>
        <translation>Ich habe diesen Schlüssel gespeichert</translation>
    </message>
    <message>
        <source>Confirm that {name} is saved</source>
        <translation>Bestätigen, dass {name} gespeichert ist</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Add a channel to {name}</source>
        <translation>Kanal zu {name} hinzufügen</translation>
    </message>
    <message>
        <source>Sales channels…</source>
        <translation>Vertriebskanäle…</translation>
    </message>
    <message>
        <source>Change the sales channels of {name}</source>
        <translation>Vertriebskanäle von {name} ändern</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} umbenennen</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>Revoke {name}</source>
        <translation>{name} widerrufen</translation>
    </message>
    <message>
        <source>Delete record…</source>
        <translation>Datensatz löschen…</translation>
    </message>
    <message>
        <source>Delete the record of {name}</source>
        <translation>Datensatz von {name} löschen</translation>
    </message>
    <message>
        <source>Where it is used…</source>
        <translation>Wo er verwendet wird…</translation>
    </message>
    <message>
        <source>Note where {name} is used</source>
        <translation>Notieren, wo {name} verwendet wird</translation>
    </message>
    <message>
        <source>View store as this key…</source>
        <translation>Shop damit ansehen…</translation>
    </message>
    <message>
        <source>View the store as {name}</source>
        <translation>Shop mit {name} ansehen</translation>
    </message>
    <message>
        <source>Reactivate…</source>
        <translation>Wieder aktivieren…</translation>
    </message>
    <message>
        <source>Reactivate {name}</source>
        <translation>{name} wieder aktivieren</translation>
    </message>
    <message>
        <source>Revoke again</source>
        <translation>Noch einmal widerrufen</translation>
    </message>
    <message>
        <source>Revoke now…</source>
        <translation>Jetzt widerrufen…</translation>
    </message>
    <message>
        <source>Schedule revocation…</source>
        <translation>Widerruf planen…</translation>
    </message>
    <message>
        <source>Schedule the revocation of {name}</source>
        <translation>Widerruf von {name} planen</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Verlängern…</translation>
    </message>
    <message>
        <source>Move the end of {name}</source>
        <translation>Ende von {name} verschieben</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren…</translation>
    </message>
    <message>
        <source>Rotate {name}</source>
        <translation>{name} rotieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Why does this key fail?</source>
        <translation>Warum funktioniert er nicht?</translation>
    </message>
    <message>
        <source>Find out why {name} fails</source>
        <translation>Herausfinden, warum {name} nicht funktioniert</translation>
    </message>
    <message>
        <source>What it did…</source>
        <translation>Was er getan hat…</translation>
    </message>
    <message>
        <source>Show what {name} did</source>
        <translation>Anzeigen, was {name} getan hat</translation>
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>Publishable key</source>
        <translation>Veröffentlichbarer Schlüssel</translation>
    </message>
    <message>
        <source>Create publishable key</source>
        <translation>Veröffentlichbaren Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Looking for publishable keys…</source>
        <translation>Veröffentlichbare Schlüssel werden gesucht…</translation>
    </message>
    <message>
        <source>This store has no active publishable key. Medusa needs one to register customers.</source>
        <translation>Dieser Shop hat keinen aktiven veröffentlichbaren Schlüssel. Medusa braucht einen, um Kunden zu registrieren.</translation>
    </message>
    <message>
        <source>This key has no sales channel. Registering works, but a storefront that uses it can&apos;t load products.</source>
        <translation>Dieser Schlüssel hat keinen Vertriebskanal. Registrieren klappt, aber eine Storefront mit diesem Schlüssel kann keine Produkte laden.</translation>
    </message>
</context>
<context>
    <name>KeyCreation</name>
    <message>
        <source>Create key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Record that the key was copied</source>
        <translation>Festhalten, dass der Schlüssel kopiert wurde</translation>
    </message>
    <message>
        <source>Record that the key was shown</source>
        <translation>Festhalten, dass der Schlüssel angezeigt wurde</translation>
    </message>
    <message>
        <source>It was discarded 10 minutes after the store was locked.</source>
        <translation>Er wurde 10 Minuten nach der Sperre verworfen.</translation>
    </message>
    <message>
        <source>Create publishable key</source>
        <translation>Veröffentlichbaren Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Storefront</source>
        <translation>Storefront</translation>
    </message>
    <message>
        <source>Note where “{title}” is used</source>
        <translation>Notieren, wo „{title}“ verwendet wird</translation>
    </message>
    <message>
        <source>Record that the key has no end</source>
        <translation>Vermerken, dass der Schlüssel kein Ende hat</translation>
    </message>
</context>
<context>
    <name>KeyDetail</name>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>No confirmation from {store} at {time} ({why}). Assume the key still works.</source>
        <translation>Keine Bestätigung von {store} um {time} ({why}). Gehen Sie davon aus, dass der Schlüssel noch funktioniert.</translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work</source>
        <translation>Nicht bestätigt: Dieser Schlüssel funktioniert vielleicht noch</translation>
    </message>
    <message>
        <source>Checked at {time}. The revoke did not go through.</source>
        <translation>Geprüft um {time}. Der Widerruf wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>“{title}” is still active</source>
        <translation>„{title}“ ist weiterhin aktiv</translation>
    </message>
    <message>
        <source>The key was created, but “{channel}” may not have been added ({why}).</source>
        <translation>Der Schlüssel wurde angelegt, aber „{channel}“ vielleicht nicht hinzugefügt ({why}).</translation>
    </message>
    <message>
        <source>The key was created, but “{channel}” was not added ({why}).</source>
        <translation>Der Schlüssel wurde angelegt, aber „{channel}“ nicht hinzugefügt ({why}).</translation>
    </message>
    <message>
        <source>Sales channel missing</source>
        <translation>Vertriebskanal fehlt</translation>
    </message>
    <message>
        <source>error {status}</source>
        <translation>Fehler {status}</translation>
    </message>
</context>
<context>
    <name>KeyDoctorDialog</name>
    <message>
        <source>Why does this key fail?</source>
        <translation>Warum funktioniert dieser Schlüssel nicht?</translation>
    </message>
    <message>
        <source>Wrong in what was pasted:</source>
        <translation>Falsch an dem, was eingefügt wurde:</translation>
    </message>
    <message>
        <source>Check it in a terminal</source>
        <translation>In einem Terminal prüfen</translation>
    </message>
    <message>
        <source>Check here</source>
        <translation>Hier prüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This is too long. Paste the key or its request alone.</source>
        <translation>Das ist zu lang. Fügen Sie nur den Schlüssel oder seine Anfrage ein.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The key is no longer in memory. Paste it again to check it.</source>
        <translation>Der Schlüssel ist nicht mehr im Speicher. Fügen Sie ihn noch einmal ein, um ihn zu prüfen.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>Der Shop wird gefragt…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
</context>
<context>
    <name>KeyFacts</name>
    <message>
        <source>Revoke not confirmed</source>
        <translation>Widerruf nicht bestätigt</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation>Vertriebskanäle</translation>
    </message>
    <message>
        <source>No sales channel</source>
        <translation>Kein Vertriebskanal</translation>
    </message>
    <message>
        <source>{title}, {type}, {state}, no sales channel, {redacted}, created {ago} by {creator}</source>
        <translation>{title}, {type}, {state}, kein Vertriebskanal, {redacted}, angelegt {ago} von {creator}</translation>
    </message>
    <message>
        <source>{title}, {type}, {state}, {redacted}, created {ago} by {creator}</source>
        <translation>{title}, {type}, {state}, {redacted}, angelegt {ago} von {creator}</translation>
    </message>
    <message>
        <source>Copy redacted form</source>
        <translation>Gekürzte Form kopieren</translation>
    </message>
    <message>
        <source>None. Storefront requests will fail.</source>
        <translation>Keiner. Anfragen von Storefronts schlagen fehl.</translation>
    </message>
    <message>
        <source>Scheduled by</source>
        <translation>Geplant von</translation>
    </message>
    <message>
        <source>Revoked by</source>
        <translation>Widerrufen von</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Not recorded by Medusa</source>
        <translation>Von Medusa nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Saved?</source>
        <translation>Gespeichert?</translation>
    </message>
    <message>
        <source>Copied, not confirmed as saved</source>
        <translation>Kopiert, nicht als gespeichert bestätigt</translation>
    </message>
    <message>
        <source>Full key</source>
        <translation>Ganzer Schlüssel</translation>
    </message>
    <message>
        <source>Copy full key</source>
        <translation>Ganzen Schlüssel kopieren</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Medusa does not say what</source>
        <translation>Medusa sagt nicht, was</translation>
    </message>
    <message>
        <source>No sales channel. Storefront requests will fail.</source>
        <translation>Kein Vertriebskanal. Anfragen von Storefronts schlagen fehl.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Works until…</source>
        <translation>Gilt bis…</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Leaked and working</source>
        <translation>Geleakt und aktiv</translation>
    </message>
    <message>
        <source>Leaked</source>
        <translation>Geleakt</translation>
    </message>
</context>
<context>
    <name>KeyFilters</name>
    <message>
        <source>Search, or paste a full key</source>
        <translation>Suchen oder ganzen Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Looking for {key}</source>
        <translation>{key} wird gesucht</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>e.g. ERP nightly sync</source>
        <translation>z.&#xa0;B. nächtlicher ERP-Abgleich</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Full access to the Admin API. Shown only once.</source>
        <translation>Voller Zugriff auf die Admin-API. Wird nur einmal angezeigt.</translation>
    </message>
    <message>
        <source>For storefronts. Can be viewed any time.</source>
        <translation>Für Storefronts. Lässt sich jederzeit ansehen.</translation>
    </message>
    <message>
        <source>Enter a title so that people can tell keys apart.</source>
        <translation>Geben Sie einen Titel ein, damit man Schlüssel unterscheiden kann.</translation>
    </message>
    <message>
        <source>That looks like a key. Every admin can see titles.</source>
        <translation>Das sieht nach einem Schlüssel aus. Titel kann jeder Admin sehen.</translation>
    </message>
</context>
<context>
    <name>KeyGlance</name>
    <message>
        <source>Reading keys: {read} of {count}</source>
        <translation>Schlüssel werden gelesen: {read} von {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Not all keys could be read: {why}</source>
        <translation>Nicht alle Schlüssel konnten gelesen werden: {why}</translation>
    </message>
    <message>
        <source>Not all keys were read</source>
        <translation>Nicht alle Schlüssel wurden gelesen</translation>
    </message>
    <message>
        <source>Read keys</source>
        <translation>Schlüssel lesen</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>Stand: {time}</translation>
    </message>
</context>
<context>
    <name>KeyReminders</name>
    <message>
        <source>Save calendar file…</source>
        <translation>Kalenderdatei speichern…</translation>
    </message>
    <message>
        <source>Save calendar file</source>
        <translation>Kalenderdatei speichern</translation>
    </message>
</context>
<context>
    <name>KeysFound</name>
    <message>
        <source>Keys found</source>
        <translation>Gefundene Schlüssel</translation>
    </message>
</context>
<context>
    <name>LeakCard</name>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation>Leak-Desk</translation>
    </message>
    <message>
        <source>Nothing was revoked: what this card shows has changed. Check it again.</source>
        <translation>Es wurde nichts widerrufen: Der Inhalt dieser Karte hat sich geändert. Prüfen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The key is no longer in memory. Paste it again to check it.</source>
        <translation>Der Schlüssel ist nicht mehr im Speicher. Fügen Sie ihn noch einmal ein, um ihn zu prüfen.</translation>
    </message>
</context>
<context>
    <name>LeakCounts</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{listed} of %Ln shown</source>
        <translation>
            <numerusform>{listed} von %Ln angezeigt</numerusform>
            <numerusform>{listed} von %Ln angezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Works in %Ln store(s)</source>
        <translation>
            <numerusform>Funktioniert in %Ln Shop</numerusform>
            <numerusform>Funktioniert in %Ln Shops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listed by %Ln store(s)</source>
        <translation>
            <numerusform>In der Liste von %Ln Shop</numerusform>
            <numerusform>In den Listen von %Ln Shops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Perhaps one of %Ln key(s)</source>
        <translation>
            <numerusform>Vielleicht %Ln Schlüssel</numerusform>
            <numerusform>Vielleicht einer von %Ln Schlüsseln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in %Ln store(s)</source>
        <translation>
            <numerusform>Nicht in %Ln Shop</numerusform>
            <numerusform>Nicht in %Ln Shops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) were not asked</source>
        <translation>
            <numerusform>%Ln Shop wurde nicht gefragt</numerusform>
            <numerusform>%Ln Shops wurden nicht gefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more store(s)</source>
        <translation>
            <numerusform>… und %Ln weiterer Shop</numerusform>
            <numerusform>… und %Ln weitere Shops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>%Ln weiteren zeigen</numerusform>
            <numerusform>%Ln weitere zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) are in the list above. Choose one to see it.</source>
        <translation>
            <numerusform>%Ln weiterer Schlüssel steht in der Liste oben. Wählen Sie ihn, um ihn zu sehen.</numerusform>
            <numerusform>%Ln weitere Schlüssel stehen in der Liste oben. Wählen Sie einen, um ihn zu sehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proof(s) were neither copied nor saved, and are lost.</source>
        <translation>
            <numerusform>%Ln Nachweis wurde weder kopiert noch gespeichert und geht verloren.</numerusform>
            <numerusform>%Ln Nachweise wurden weder kopiert noch gespeichert und gehen verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln proof(s) that were neither copied nor saved?</source>
        <translation>
            <numerusform>%Ln Nachweis leeren, der weder kopiert noch gespeichert wurde?</numerusform>
            <numerusform>%Ln Nachweise leeren, die weder kopiert noch gespeichert wurden?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden again in %Ln s</source>
        <translation>
            <numerusform>In %Ln s wieder verborgen</numerusform>
            <numerusform>In %Ln s wieder verborgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice · dead after %Ln s</source>
        <translation>
            <numerusform>Übung · tot nach %Ln s</numerusform>
            <numerusform>Übung · tot nach %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Best time: %Ln s</source>
        <translation>
            <numerusform>Bestzeit: %Ln s</numerusform>
            <numerusform>Bestzeit: %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice · %Ln s</source>
        <translation>
            <numerusform>Übung · %Ln s</numerusform>
            <numerusform>Übung · %Ln s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeakDateField</name>
    <message>
        <source>{time}, from the report</source>
        <translation>{time}, aus dem Bericht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>A date and time</source>
        <translation>Datum und Uhrzeit wählen</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Leaked since (first known date)</source>
        <translation>Geleakt seit (erster bekannter Zeitpunkt)</translation>
    </message>
    <message>
        <source>Without a date, nothing is told as before or after the leak, and no key is ticked for you. Enter when strangers could first read the key.</source>
        <translation>Ohne Zeitpunkt wird nichts als vor oder nach dem Leak ausgewiesen und kein Schlüssel für Sie angehakt. Geben Sie ein, seit wann Fremde den Schlüssel lesen konnten.</translation>
    </message>
    <message>
        <source>Split into before and after {time}</source>
        <translation>Unterteilt in vor und nach {time}</translation>
    </message>
    <message>
        <source>The earliest date in the report. Whoever wrote a commit can have set it.</source>
        <translation>Der früheste Zeitpunkt im Bericht. Wer einen Commit schreibt, kann ihn selbst setzen.</translation>
    </message>
    <message>
        <source>Enter a date and time, for example 2026-11-30 14:30.</source>
        <translation>Geben Sie Datum und Uhrzeit ein, zum Beispiel 30.11.2026 14:30.</translation>
    </message>
    <message>
        <source>{time} doesn&apos;t exist that day: the clocks go forward. Choose another.</source>
        <translation>{time} gibt es an diesem Tag nicht: Die Uhren werden vorgestellt. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>{time} has not come yet. Choose an earlier time.</source>
        <translation>{time} liegt noch in der Zukunft. Wählen Sie eine frühere Zeit.</translation>
    </message>
</context>
<context>
    <name>LeakDeskHost</name>
    <message>
        <source>Close this dialog first, then try again.</source>
        <translation>Schließen Sie zuerst diesen Dialog und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Unlock first</source>
        <translation>Zuerst entsperren</translation>
    </message>
    <message>
        <source>The leak desk opens once you have entered the password.</source>
        <translation>Das Leak-Desk öffnet sich, sobald Sie das Passwort eingegeben haben.</translation>
    </message>
    <message>
        <source>No store asked</source>
        <translation>Kein Shop gefragt</translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation>Leak-Desk</translation>
    </message>
    <message>
        <source>Practice in the demo store</source>
        <translation>Üben im Demo-Shop</translation>
    </message>
    <message>
        <source>Not signed in to a store</source>
        <translation>Bei keinem Shop angemeldet</translation>
    </message>
    <message>
        <source>Replace a leaked key</source>
        <translation>Einen geleakten Schlüssel ersetzen</translation>
    </message>
</context>
<context>
    <name>LeakRequest</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>{store} ({environment}), {host}</source>
        <translation>{store} ({environment}), {host}</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>Please revoke this Medusa API key:</source>
        <translation>Bitte diesen Medusa-API-Schlüssel widerrufen:</translation>
    </message>
    <message>
        <source>Title: “{title}”</source>
        <translation>Titel: „{title}“</translation>
    </message>
    <message>
        <source>ID: {id}</source>
        <translation>ID: {id}</translation>
    </message>
    <message>
        <source>Shortened form: {form}</source>
        <translation>Kurzform: {form}</translation>
    </message>
    <message>
        <source>Store: {store}</source>
        <translation>Shop: {store}</translation>
    </message>
    <message>
        <source>It works right now: the store accepted it at {time}.</source>
        <translation>Er funktioniert gerade: Der Shop hat ihn am {time} akzeptiert.</translation>
    </message>
    <message>
        <source>The leaked key works right now: the store accepted it at {time}, but did not say which key it is. This one looks the same in its shortened form.</source>
        <translation>Der geleakte Schlüssel funktioniert gerade: Der Shop hat ihn am {time} akzeptiert, aber nicht gesagt, welcher es ist. Dieser sieht in der Kurzform gleich aus.</translation>
    </message>
    <message>
        <source>It is a publishable key, which every storefront shows. It is no leak.</source>
        <translation>Es ist ein veröffentlichbarer Schlüssel, den jede Storefront zeigt. Das ist kein Leck.</translation>
    </message>
    <message>
        <source>It is not proven that this is the leaked key, nor that it works: only the shortened form was compared.</source>
        <translation>Es ist nicht bewiesen, dass dies der geleakte Schlüssel ist oder dass er funktioniert: Nur die Kurzform wurde verglichen.</translation>
    </message>
    <message>
        <source>Found in: {place}</source>
        <translation>Gefunden in: {place}</translation>
    </message>
    <message>
        <source>Found in:</source>
        <translation>Gefunden in:</translation>
    </message>
</context>
<context>
    <name>LeakedStrip</name>
    <message>
        <source>A leaked key still works</source>
        <translation>Ein geleakter Schlüssel funktioniert noch</translation>
    </message>
    <message>
        <source>Leaked and working: “{title}”</source>
        <translation>Geleakt und aktiv: „{title}“</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortfahren…</translation>
    </message>
    <message>
        <source>Replace, then revoke…</source>
        <translation>Ersetzen, dann widerrufen…</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>seit {time}</translation>
    </message>
</context>
<context>
    <name>LeaksPage</name>
    <message>
        <source>Leak desk</source>
        <translation>Leak-Desk</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>&amp;Leak desk</source>
        <translation>&amp;Leak-Desk</translation>
    </message>
    <message>
        <source>Back to {store}</source>
        <translation>Zurück zu {store}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Paste from clipboard</source>
        <translation>Aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Choose a file that may hold keys</source>
        <translation>Datei wählen, die Schlüssel enthalten kann</translation>
    </message>
    <message>
        <source>Paste or drop anything. Keys are found on this computer; one is sent only to a store that already lists it.</source>
        <translation>Fügen Sie beliebigen Text ein oder ziehen Sie ihn hierher. Schlüssel werden auf diesem Computer gefunden; einer wird nur an einen Shop gesendet, der ihn bereits in seiner Liste hat.</translation>
    </message>
</context>
<context>
    <name>LeftEmpty</name>
    <message>
        <source>Type “{name}” to confirm</source>
        <translation>Zum Bestätigen „{name}“ eingeben</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Search parts and licences</source>
        <translation>Bestandteile und Lizenzen durchsuchen</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Ergebnisse</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This part comes without the text of its licence.</source>
        <translation>Dieser Bestandteil bringt den Text seiner Lizenz nicht mit.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>“{action}” is not available</source>
        <translation>„{action}“ ist nicht möglich</translation>
    </message>
    <message>
        <source>New, outside your search</source>
        <translation>Neu, außerhalb Ihrer Suche</translation>
    </message>
    <message>
        <source>New, further down in this order</source>
        <translation>Neu, weiter unten in dieser Reihenfolge</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>The demo store&apos;s password is {password}.</source>
        <translation>Das Passwort des Demo-Shops ist {password}.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Wird entsperrt</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) not yet saved, {minutes} min left</source>
        <translation>
            <numerusform>%Ln Schlüssel noch nicht gespeichert, noch {minutes} Min.</numerusform>
            <numerusform>%Ln Schlüssel noch nicht gespeichert, noch {minutes} Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer password(s) not passed on yet, {minutes} min left</source>
        <translation>
            <numerusform>%Ln Kundenpasswort noch nicht weitergegeben, noch {minutes} Min.</numerusform>
            <numerusform>%Ln Kundenpasswörter noch nicht weitergegeben, noch {minutes} Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>An unsaved key was discarded. Unlock to see which.</source>
        <translation>Ein nicht gespeicherter Schlüssel wurde verworfen. Entsperren Sie, um zu sehen, welcher.</translation>
    </message>
    <message>
        <source>A customer&apos;s new password was discarded. Unlock to see whose.</source>
        <translation>Das neue Passwort eines Kunden wurde verworfen. Entsperren Sie, um zu sehen, wessen.</translation>
    </message>
    <message>
        <source>Can&apos;t check the password: {store} is unreachable ({time}).</source>
        <translation>Das Passwort kann nicht geprüft werden: {store} ist nicht erreichbar ({time}).</translation>
    </message>
    <message>
        <source>You can still sign out.</source>
        <translation>Abmelden können Sie sich weiterhin.</translation>
    </message>
    <message>
        <source>{store} is reachable again. Enter your password.</source>
        <translation>{store} ist wieder erreichbar. Geben Sie Ihr Passwort ein.</translation>
    </message>
</context>
<context>
    <name>LostKey</name>
    <message>
        <source>“{title}”, {type}</source>
        <translation>„{title}“, {type}</translation>
    </message>
    <message>
        <source>Matching keys</source>
        <translation>Passende Schlüssel</translation>
    </message>
    <message>
        <source>Create again</source>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>Revoke only</source>
        <translation>Nur widerrufen</translation>
    </message>
    <message>
        <source>Revoke and create again</source>
        <translation>Widerrufen und neu anlegen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Was the key created? The store didn&apos;t answer</source>
        <translation>Wurde der Schlüssel angelegt? Der Shop hat nicht geantwortet</translation>
    </message>
    <message>
        <source>Nobody has this key</source>
        <translation>Niemand hat diesen Schlüssel</translation>
    </message>
    <message>
        <source>Looking for it in the list…</source>
        <translation>Wird in der Liste gesucht…</translation>
    </message>
    <message>
        <source>The list could not be read at {time}.</source>
        <translation>Die Liste konnte um {time} nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Not in the list at {time}.</source>
        <translation>Um {time} nicht in der Liste.</translation>
    </message>
    <message>
        <source>Checking again in {seconds} s.</source>
        <translation>Nächste Prüfung in {seconds} s.</translation>
    </message>
    <message>
        <source>{so_far} {next}</source>
        <translation>{so_far} {next}</translation>
    </message>
    <message>
        <source>The key may be one of these</source>
        <translation>Der Schlüssel ist vielleicht einer von diesen</translation>
    </message>
    <message>
        <source>The key was created</source>
        <translation>Der Schlüssel wurde angelegt</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, but a publishable key can be viewed any time.</source>
        <translation>Der Shop hat nicht geantwortet, aber ein veröffentlichbarer Schlüssel lässt sich jederzeit ansehen.</translation>
    </message>
    <message>
        <source>The key was created, but its secret is lost</source>
        <translation>Der Schlüssel wurde angelegt, aber sein Geheimnis ist verloren</translation>
    </message>
    <message>
        <source>It was created, but its secret never arrived and can&apos;t be recovered.</source>
        <translation>Er wurde angelegt, aber sein Geheimnis ist nie angekommen und lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>The key was not created</source>
        <translation>Der Schlüssel wurde nicht angelegt</translation>
    </message>
    <message>
        <source>Still not there at {time}. The key was not created.</source>
        <translation>Um {time} immer noch nicht da. Der Schlüssel wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation>Schlüssel behalten</translation>
    </message>
</context>
<context>
    <name>MadePart</name>
    <message>
        <source>Made by it</source>
        <translation>Von ihm angelegt</translation>
    </message>
    <message>
        <source>Keys made after the leak</source>
        <translation>Nach dem Leak angelegte Schlüssel</translation>
    </message>
    <message>
        <source>Keys made before the leak</source>
        <translation>Vor dem Leak angelegte Schlüssel</translation>
    </message>
    <message>
        <source>Keys made by it</source>
        <translation>Von ihm angelegte Schlüssel</translation>
    </message>
    <message>
        <source>Keys that cannot be attributed</source>
        <translation>Schlüssel, die niemandem zuzuordnen sind</translation>
    </message>
    <message>
        <source>Records that cannot be attributed</source>
        <translation>Datensätze, die niemandem zuzuordnen sind</translation>
    </message>
    <message>
        <source>Keys revoked by it</source>
        <translation>Von ihm widerrufene Schlüssel</translation>
    </message>
    <message>
        <source>Keys changed since</source>
        <translation>Seither geänderte Schlüssel</translation>
    </message>
    <message>
        <source>Before the leak, most is the key&apos;s own work.</source>
        <translation>Vor dem Leak ist das meiste die eigentliche Arbeit des Schlüssels.</translation>
    </message>
    <message>
        <source>They may be the work of this key, or of somebody let in with it: there is no way to tell. They are not revoked from here. Look at each in the list of keys.</source>
        <translation>Sie können das Werk dieses Schlüssels sein oder von jemandem, der damit hereingelassen wurde: Nichts verrät es. Von hier aus werden sie nicht widerrufen. Sehen Sie sich jeden in der Liste der Schlüssel an.</translation>
    </message>
    <message>
        <source>Medusa does not say by whom, nor whether it was the title or the end. A change of sales channels does not show at all.</source>
        <translation>Medusa sagt weder, von wem, noch ob es der Titel oder das Ende war. Geänderte Vertriebskanäle sind gar nicht zu sehen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Store</source>
        <translation>&amp;Shop</translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation>Alles durchsuchen…</translation>
    </message>
    <message>
        <source>Switch store</source>
        <translation>Shop wechseln</translation>
    </message>
    <message>
        <source>Add store…</source>
        <translation>Shop hinzufügen…</translation>
    </message>
    <message>
        <source>Edit store…</source>
        <translation>Shop bearbeiten…</translation>
    </message>
    <message>
        <source>Manage stores…</source>
        <translation>Shops verwalten…</translation>
    </message>
    <message>
        <source>Reset demo store</source>
        <translation>Demo-Shop zurücksetzen</translation>
    </message>
    <message>
        <source>Forget all stores…</source>
        <translation>Alle Shops vergessen…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>My account…</source>
        <translation>Mein Konto…</translation>
    </message>
    <message>
        <source>Refresh permissions</source>
        <translation>Berechtigungen aktualisieren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out of all stores</source>
        <translation>Von allen Shops abmelden</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Where data is kept</source>
        <translation>Wo die Daten liegen</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnosedaten kopieren</translation>
    </message>
    <message>
        <source>About Medusa Console</source>
        <translation>Über Medusa Console</translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation>Leak-Desk</translation>
    </message>
    <message>
        <source>Check the clipboard for leaked keys</source>
        <translation>Zwischenablage auf geleakte Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Voriger Bereich</translation>
    </message>
</context>
<context>
    <name>ManyCounts</name>
    <message numerus="yes">
        <source>Revoke %Ln key(s)…</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen…</numerusform>
            <numerusform>%Ln Schlüssel widerrufen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)?</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen?</numerusform>
            <numerusform>%Ln Schlüssel widerrufen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret key(s)</source>
        <translation>
            <numerusform>%Ln geheimer Schlüssel</numerusform>
            <numerusform>%Ln geheime Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publishable key(s) are not among them: they are public by design.</source>
        <translation>
            <numerusform>%Ln veröffentlichbarer Schlüssel ist nicht dabei: Er ist von vornherein öffentlich.</numerusform>
            <numerusform>%Ln veröffentlichbare Schlüssel sind nicht dabei: Sie sind von vornherein öffentlich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln leaked key(s) work right now</source>
        <translation>
            <numerusform>%Ln geleakter Schlüssel funktioniert gerade</numerusform>
            <numerusform>%Ln geleakte Schlüssel funktionieren gerade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are all %Ln working secret key(s) of {store}. Everything connected stops.</source>
        <translation>
            <numerusform>Dieser %Ln Schlüssel ist der einzige funktionierende geheime Schlüssel von {store}. Alles Angebundene hört auf.</numerusform>
            <numerusform>Das sind alle %Ln funktionierenden geheimen Schlüssel von {store}. Alles Angebundene hört auf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{settled} of %Ln key(s)</source>
        <translation>
            <numerusform>{settled} von %Ln Schlüssel</numerusform>
            <numerusform>{settled} von %Ln Schlüsseln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dead</source>
        <translation>
            <numerusform>%Ln tot</numerusform>
            <numerusform>%Ln tot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked, not proven</source>
        <translation>
            <numerusform>%Ln widerrufen, nicht nachgewiesen</numerusform>
            <numerusform>%Ln widerrufen, nicht nachgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed</source>
        <translation>
            <numerusform>%Ln nicht bestätigt</numerusform>
            <numerusform>%Ln nicht bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not touched</source>
        <translation>
            <numerusform>%Ln nicht angerührt</numerusform>
            <numerusform>%Ln nicht angerührt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyKeyActions</name>
    <message>
        <source>Receipts…</source>
        <translation>Belege…</translation>
    </message>
    <message>
        <source>The receipts can&apos;t be read</source>
        <translation>Die Belege lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Look for them in the folder “receipts” of the data folder.</source>
        <translation>Sie liegen im Ordner „receipts“ des Datenordners.</translation>
    </message>
    <message>
        <source>One run at a time</source>
        <translation>Eins nach dem anderen</translation>
    </message>
    <message>
        <source>Wait until the run above the table has ended, or stop it.</source>
        <translation>Warten Sie, bis der Lauf über der Tabelle zu Ende ist, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>Started {when}, stopped after {settled}. Select the same keys to go on: those that are done are left out. The receipts are in the data folder.</source>
        <translation>Begonnen: {when}, abgebrochen nach {settled}. Wählen Sie dieselben Schlüssel aus, um fortzufahren: Erledigte werden ausgelassen. Die Belege liegen im Datenordner.</translation>
    </message>
    <message>
        <source>Interrupted: “{action}”</source>
        <translation>Abgebrochen: „{action}“</translation>
    </message>
</context>
<context>
    <name>ManyKeys</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %Ln</source>
        <translation>
            <numerusform>Alle %Ln auswählen</numerusform>
            <numerusform>Alle %Ln auswählen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) selected</source>
        <translation>
            <numerusform>%Ln Schlüssel ausgewählt</numerusform>
            <numerusform>%Ln Schlüssel ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)…</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen…</numerusform>
            <numerusform>%Ln Schlüssel widerrufen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule %Ln key(s)…</source>
        <translation>
            <numerusform>Widerruf von %Ln Schlüssel planen…</numerusform>
            <numerusform>Widerruf von %Ln Schlüsseln planen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extend %Ln key(s)…</source>
        <translation>
            <numerusform>%Ln Schlüssel verlängern…</numerusform>
            <numerusform>%Ln Schlüssel verlängern…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)…</source>
        <translation>
            <numerusform>%Ln Datensatz löschen…</numerusform>
            <numerusform>%Ln Datensätze löschen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule %Ln key(s)</source>
        <translation>
            <numerusform>Widerruf von %Ln Schlüssel planen</numerusform>
            <numerusform>Widerruf von %Ln Schlüsseln planen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extend %Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel verlängern</numerusform>
            <numerusform>%Ln Schlüssel verlängern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz löschen</numerusform>
            <numerusform>%Ln Datensätze löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)?</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen?</numerusform>
            <numerusform>%Ln Schlüssel widerrufen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule %Ln key(s)?</source>
        <translation>
            <numerusform>Widerruf von %Ln Schlüssel planen?</numerusform>
            <numerusform>Widerruf von %Ln Schlüsseln planen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extend %Ln key(s)?</source>
        <translation>
            <numerusform>%Ln Schlüssel verlängern?</numerusform>
            <numerusform>%Ln Schlüssel verlängern?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)?</source>
        <translation>
            <numerusform>%Ln Datensatz löschen?</numerusform>
            <numerusform>%Ln Datensätze löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret key(s)</source>
        <translation>
            <numerusform>%Ln geheimer Schlüssel</numerusform>
            <numerusform>%Ln geheime Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publishable key(s)</source>
        <translation>
            <numerusform>%Ln veröffentlichbarer Schlüssel</numerusform>
            <numerusform>%Ln veröffentlichbare Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them leaked, or was made by a leaked key: its record is the only evidence on the server of who revoked it and when.</source>
        <translation>
            <numerusform>%Ln davon ist geleakt oder wurde mit einem geleakten angelegt: Sein Datensatz ist der einzige Beleg auf dem Server dafür, wer ihn wann widerrufen hat.</numerusform>
            <numerusform>%Ln davon sind geleakt oder wurden mit einem geleakten angelegt: Ihre Datensätze sind der einzige Beleg auf dem Server dafür, wer sie wann widerrufen hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s) of the selection stay as they are</source>
        <translation>
            <numerusform>%Ln weiterer der Auswahl bleibt, wie er ist</numerusform>
            <numerusform>%Ln weitere der Auswahl bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %Ln key(s)…</source>
        <translation>
            <numerusform>%Ln Schlüssel wird gelesen…</numerusform>
            <numerusform>%Ln Schlüssel werden gelesen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %Ln to confirm</source>
        <translation>
            <numerusform>Zur Bestätigung %Ln eingeben</numerusform>
            <numerusform>Zur Bestätigung %Ln eingeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{settled} of %Ln key(s)</source>
        <translation>
            <numerusform>{settled} von %Ln Schlüssel</numerusform>
            <numerusform>{settled} von %Ln Schlüsseln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) have no receipt: they were not begun, or their result is not known.</source>
        <translation>
            <numerusform>%Ln Schlüssel hat keinen Beleg: Er wurde nicht begonnen, oder sein Ergebnis ist nicht bekannt.</numerusform>
            <numerusform>%Ln Schlüssel haben keinen Beleg: Sie wurden nicht begonnen, oder ihr Ergebnis ist nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts in %Ln s</source>
        <translation>
            <numerusform>Beginnt in %Ln s</numerusform>
            <numerusform>Beginnt in %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln erledigt</numerusform>
            <numerusform>%Ln erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln needed nothing</source>
        <translation>
            <numerusform>Bei %Ln war nichts zu tun</numerusform>
            <numerusform>Bei %Ln war nichts zu tun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed</source>
        <translation>
            <numerusform>%Ln nicht bestätigt</numerusform>
            <numerusform>%Ln nicht bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not touched</source>
        <translation>
            <numerusform>%Ln nicht angerührt</numerusform>
            <numerusform>%Ln nicht angerührt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyQuestion</name>
    <message>
        <source>Keep keys</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Anything that uses these keys stops working immediately. This cannot be undone.</source>
        <translation>Alles, was diese Schlüssel verwendet, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Medusa does not record where a key is used.</source>
        <translation>Medusa zeichnet nicht auf, wo ein Schlüssel verwendet wird.</translation>
    </message>
    <message>
        <source>Keys in {store}</source>
        <translation>Schlüssel in {store}</translation>
    </message>
    <message>
        <source>{form} · created {ago} by {creator}</source>
        <translation>{form} · erstellt {ago} von {creator}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Type “{name}” to confirm</source>
        <translation>Zur Bestätigung „{name}“ eingeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Revoke them</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Let them work</source>
        <translation>Funktionieren lassen</translation>
    </message>
    <message>
        <source>created {ago} by {creator}</source>
        <translation>angelegt {ago} von {creator}</translation>
    </message>
    <message>
        <source>used: {note}</source>
        <translation>verwendet: {note}</translation>
    </message>
    <message>
        <source>use not noted</source>
        <translation>Verwendung nicht notiert</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
</context>
<context>
    <name>ManyRun</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{title} · {form} · {store}</source>
        <translation>{title} · {form} · {store}</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Receipts…</source>
        <translation>Belege…</translation>
    </message>
    <message>
        <source>Waiting: {doing}</source>
        <translation>Wartet: {doing}</translation>
    </message>
    <message>
        <source>Paused: {doing}</source>
        <translation>Pausiert: {doing}</translation>
    </message>
    <message>
        <source>Result: {doing}</source>
        <translation>Ergebnis: {doing}</translation>
    </message>
    <message>
        <source>Called off. Nothing was changed.</source>
        <translation>Abgesagt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The receipts can&apos;t be written, so no more records are deleted. Free some space, then go on.</source>
        <translation>Die Belege lassen sich nicht schreiben, deshalb wird kein Datensatz mehr gelöscht. Schaffen Sie Platz und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>The receipts can&apos;t be written. Save them with “Receipts…” before you quit.</source>
        <translation>Die Belege lassen sich nicht schreiben. Speichern Sie sie mit „Belege…“, bevor Sie beenden.</translation>
    </message>
</context>
<context>
    <name>MaskedSecret</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Message for whoever leaked the key</source>
        <translation>Nachricht an den, der den Schlüssel geleakt hat</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Title of the key</source>
        <translation>Titel des Schlüssels</translation>
    </message>
    <message>
        <source>ID of the key</source>
        <translation>ID des Schlüssels</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>It never holds the key. Name these too:</source>
        <translation>Sie enthält nie den Schlüssel. Auch das nennen:</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>MyAccount</name>
    <message>
        <source>My account</source>
        <translation>Mein Konto</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>Shop wird abgefragt…</translation>
    </message>
    <message>
        <source>Copy session details</source>
        <translation>Sitzungsdetails kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Session details</source>
        <translation>Sitzungsdetails</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Roles are off: every admin has full access.</source>
        <translation>Rollen sind ausgeschaltet: Jeder Admin hat vollen Zugriff.</translation>
    </message>
    <message>
        <source>{role}: full access</source>
        <translation>{role}: voller Zugriff</translation>
    </message>
    <message>
        <source>None in this store. Ask an admin for a role.</source>
        <translation>Keine in diesem Shop. Bitten Sie einen Admin um eine Rolle.</translation>
    </message>
    <message>
        <source>Other permissions</source>
        <translation>Weitere Berechtigungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>{when}, unless renewed</source>
        <translation>{when}, falls nicht erneuert</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Session details copied</source>
        <translation>Sitzungsdetails kopiert</translation>
    </message>
    <message>
        <source>Permissions unknown. The store decides.</source>
        <translation>Berechtigungen unbekannt. Der Shop entscheidet.</translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation>Anmeldung in zwei Schritten</translation>
    </message>
    <message>
        <source>A role you have was deleted. Until an admin takes it from you, this store refuses everything after a sign-in.</source>
        <translation>Eine Ihrer Rollen wurde gelöscht. Bis ein Admin sie Ihnen nimmt, lehnt dieser Shop nach einer Anmeldung alles ab.</translation>
    </message>
</context>
<context>
    <name>NoPermission</name>
    <message>
        <source>Refresh permissions</source>
        <translation>Berechtigungen aktualisieren</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>Anfrage kopieren</translation>
    </message>
    <message>
        <source>Your account has no role in this store</source>
        <translation>Ihr Konto hat in diesem Shop keine Rolle</translation>
    </message>
    <message>
        <source>You are signed in but can&apos;t view anything yet. Ask an admin for a role, then choose Refresh permissions.</source>
        <translation>Sie sind angemeldet, dürfen aber noch nichts ansehen. Bitten Sie einen Admin um eine Rolle und wählen Sie dann „Berechtigungen aktualisieren“.</translation>
    </message>
    <message>
        <source>Please give my account {email} a role in the Medusa store {name} ({origin}).</source>
        <translation>Bitte geben Sie meinem Konto {email} eine Rolle im Medusa-Shop {name} ({origin}).</translation>
    </message>
    <message>
        <source>Please change the role of my account {email} in {name} ({origin}).</source>
        <translation>Bitte ändern Sie die Rolle meines Kontos {email} in {name} ({origin}).</translation>
    </message>
    <message>
        <source>I need: {permissions}.</source>
        <translation>Ich benötige: {permissions}.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The store doesn&apos;t let you view this</source>
        <translation>Der Shop lässt Sie das nicht ansehen</translation>
    </message>
    <message>
        <source>It doesn&apos;t say which permission is missing. Ask an admin for a role that allows this, then choose Refresh permissions.</source>
        <translation>Er sagt nicht, welche Berechtigung fehlt. Bitten Sie einen Admin um eine Rolle, die das erlaubt, und wählen Sie dann „Berechtigungen aktualisieren“.</translation>
    </message>
</context>
<context>
    <name>NotLookedPart</name>
    <message>
        <source>Not looked at</source>
        <translation>Nicht nachgesehen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>e.g. ERP server, nightly job</source>
        <translation>z. B. ERP-Server, nächtlicher Lauf</translation>
    </message>
    <message>
        <source>Where is it used? (optional)</source>
        <translation>Wo wird er verwendet? (optional)</translation>
    </message>
    <message>
        <source>Where is it used?</source>
        <translation>Wo wird er verwendet?</translation>
    </message>
    <message>
        <source>This note stays on this computer.</source>
        <translation>Diese Notiz bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>That looks like a secret. Notes are not encrypted.</source>
        <translation>Das sieht wie ein Geheimnis aus. Notizen werden nicht verschlüsselt.</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Where “{title}” is used</source>
        <translation>Wo „{title}“ verwendet wird</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>OpenRotations</name>
    <message>
        <source>Still both: “{title}”</source>
        <translation>Noch beide aktiv: „{title}“</translation>
    </message>
    <message>
        <source>The old key and its successor have both been active since {when}. The new one was not tried.</source>
        <translation>Der alte Schlüssel und sein Nachfolger sind beide seit {when} aktiv. Der neue wurde nicht ausprobiert.</translation>
    </message>
    <message>
        <source>Rotation not finished: “{title}”</source>
        <translation>Rotation nicht abgeschlossen: „{title}“</translation>
    </message>
    <message>
        <source>It was begun at {when}, and no usable successor is known. The old key works.</source>
        <translation>Sie wurde um {when} begonnen, und es ist kein brauchbarer Nachfolger bekannt. Der alte Schlüssel funktioniert.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortfahren…</translation>
    </message>
    <message>
        <source>Keep both for good</source>
        <translation>Beide dauerhaft behalten</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Call off the rotation of “{title}”</source>
        <translation>Rotation von „{title}“ abbrechen</translation>
    </message>
    <message>
        <source>The old key and its successor have both worked since {when}. End the old one once nothing uses it.</source>
        <translation>Der alte Schlüssel und sein Nachfolger funktionieren beide seit {when}. Beenden Sie den alten, sobald ihn nichts mehr nutzt.</translation>
    </message>
</context>
<context>
    <name>OpenStore</name>
    <message>
        <source>Read where keys are used</source>
        <translation>Notizen zur Verwendung lesen</translation>
    </message>
</context>
<context>
    <name>OpenStores</name>
    <message>
        <source>This address hasn&apos;t been confirmed</source>
        <translation>Diese Adresse wurde noch nicht bestätigt</translation>
    </message>
    <message>
        <source>The store was imported. Nothing has been sent to it.</source>
        <translation>Der Shop wurde importiert. Es wurde noch nichts an ihn gesendet.</translation>
    </message>
    <message>
        <source>Review address</source>
        <translation>Adresse prüfen</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sitzung abgelaufen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>Also found, and not ended by revoking a key</source>
        <translation>Ebenfalls gefunden; ein Widerruf ändert daran nichts</translation>
    </message>
</context>
<context>
    <name>OwnPassword</name>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>It is not saved anywhere on this computer.</source>
        <translation>Es wird nirgends auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Set new password</source>
        <translation>Neues Passwort setzen</translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation>Wird gesetzt …</translation>
    </message>
    <message>
        <source>Sessions that are open stay open, and two-step sign-in stays as it is.</source>
        <translation>Offene Sitzungen bleiben offen, und die Anmeldung in zwei Schritten bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Enter a password, or choose Generate.</source>
        <translation>Geben Sie ein Passwort ein oder wählen Sie „Erzeugen“.</translation>
    </message>
    <message>
        <source>Set a new password for your account</source>
        <translation>Ein neues Passwort für Ihr Konto festlegen</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. Your password is the old one: try again.</source>
        <translation>Der Shop hat nicht geantwortet. Ihr Passwort ist noch das alte: Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The store didn&apos;t confirm that the new password is set. Try both when you sign in next, or set it once more.</source>
        <translation>Der Shop hat nicht bestätigt, dass das neue Passwort gesetzt ist. Versuchen Sie bei der nächsten Anmeldung beide, oder setzen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Stopped waiting. The new password may be set all the same.</source>
        <translation>Es wird nicht mehr gewartet. Das neue Passwort kann trotzdem gesetzt sein.</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Kollegen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search stores, actions, keys, customers</source>
        <translation>Shops, Aktionen, Schlüssel, Kunden suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Ergebnisse</translation>
    </message>
    <message>
        <source>↑ ↓ Choose   ↵ Open   Esc Close</source>
        <translation>↑ ↓ Auswählen   ↵ Öffnen   Esc Schließen</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Couldn&apos;t search: {reason}</source>
        <translation>Suche nicht möglich: {reason}</translation>
    </message>
    <message>
        <source>That looks like a key. Search for it on the API keys page ({keys}).</source>
        <translation>Das sieht nach einem Schlüssel aus. Suchen Sie ihn auf der Seite „API-Schlüssel“ ({keys}).</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Weak: can be guessed in minutes</source>
        <translation>Schwach: in Minuten zu erraten</translation>
    </message>
    <message>
        <source>Fair: can be guessed in hours</source>
        <translation>Mäßig: in Stunden zu erraten</translation>
    </message>
    <message>
        <source>Good: can be guessed in days</source>
        <translation>Gut: in Tagen zu erraten</translation>
    </message>
    <message>
        <source>Strong: practically unguessable</source>
        <translation>Stark: praktisch nicht zu erraten</translation>
    </message>
</context>
<context>
    <name>PasswordHandover</name>
    <message>
        <source>Copy sign-in details</source>
        <translation>Anmeldedaten kopieren</translation>
    </message>
    <message>
        <source>Copy password</source>
        <translation>Passwort kopieren</translation>
    </message>
    <message>
        <source>Tested: {email} can sign in with this password. Copy it now; you can&apos;t see it again after closing.</source>
        <translation>Getestet: {email} kann sich mit diesem Passwort anmelden. Kopieren Sie es jetzt; nach dem Schließen sehen Sie es nicht wieder.</translation>
    </message>
    <message>
        <source>Your account at {store}
Email: {email}
Password: {password}</source>
        <translation>Ihr Konto bei {store}
E-Mail: {email}
Passwort: {password}</translation>
    </message>
</context>
<context>
    <name>PasswordPrompt</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist aktiv.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the password</source>
        <translation>Zurück zum Passwort</translation>
    </message>
</context>
<context>
    <name>PasswordsPart</name>
    <message>
        <source>Everybody sets a new password</source>
        <translation>Alle setzen ein neues Passwort</translation>
    </message>
    <message>
        <source>Roles are off in this store, so the key could fetch the token with which any admin sets a new password. That leaves no trace.</source>
        <translation>In diesem Shop sind Rollen ausgeschaltet. Darum konnte der Schlüssel das Token abrufen, mit dem jeder Admin ein neues Passwort setzt. Das hinterlässt keine Spur.</translation>
    </message>
    <message>
        <source>The store did not tell what roles allow a key. If they are off, the key could fetch the token with which any admin sets a new password. That leaves no trace.</source>
        <translation>Der Shop hat nicht gesagt, was Rollen einem Schlüssel erlauben. Sind sie ausgeschaltet, konnte der Schlüssel das Token abrufen, mit dem jeder Admin ein neues Passwort setzt. Das hinterlässt keine Spur.</translation>
    </message>
</context>
<context>
    <name>PastedKey</name>
    <message>
        <source>Try this key</source>
        <translation>Diesen Schlüssel ausprobieren</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Der neue Schlüssel</translation>
    </message>
    <message>
        <source>That is not the new key, which is {redacted}.</source>
        <translation>Das ist nicht der neue Schlüssel; der ist {redacted}.</translation>
    </message>
</context>
<context>
    <name>PeopleActions</name>
    <message>
        <source>Remove {who}</source>
        <translation>{who} entfernen</translation>
    </message>
    <message>
        <source>Remove “{who}”?</source>
        <translation>„{who}“ entfernen?</translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>Person entfernen</translation>
    </message>
    <message>
        <source>Keep person</source>
        <translation>Person behalten</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Dazugekommen</translation>
    </message>
    <message>
        <source>Delete the invite for {email}</source>
        <translation>Die Einladung für {email} löschen</translation>
    </message>
    <message>
        <source>Invite deleted</source>
        <translation>Einladung gelöscht</translation>
    </message>
</context>
<context>
    <name>PermissionTable</name>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{resource}, {operation}: allowed</source>
        <translation>{resource}, {operation}: erlaubt</translation>
    </message>
    <message>
        <source>{resource}, {operation}: not allowed</source>
        <translation>{resource}, {operation}: nicht erlaubt</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
</context>
<context>
    <name>PracticeStrip</name>
    <message>
        <source>Stop practice</source>
        <translation>Übung beenden</translation>
    </message>
    <message>
        <source>A staged leak. Only the demo store can be asked or changed.</source>
        <translation>Ein nachgestelltes Leak. Nur der Demo-Shop kann gefragt oder geändert werden.</translation>
    </message>
</context>
<context>
    <name>ProofPanel</name>
    <message>
        <source>The data folder could not be written: if the program ends before the proof, the next start does not tell of this revoke.</source>
        <translation>Der Datenordner ließ sich nicht beschreiben: Endet das Programm vor dem Nachweis, erinnert der nächste Start nicht an diesen Widerruf.</translation>
    </message>
    <message>
        <source>{store} accepted it at {time}</source>
        <translation>{store} hat ihn um {time} angenommen</translation>
    </message>
    <message>
        <source>Revoked, and the record shows it</source>
        <translation>Widerrufen, und der Datensatz zeigt es</translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen…</translation>
    </message>
    <message>
        <source>Not revoked</source>
        <translation>Nicht widerrufen</translation>
    </message>
    <message>
        <source>Revoke not confirmed</source>
        <translation>Widerruf nicht bestätigt</translation>
    </message>
    <message>
        <source>Refused twice, and your own session accepted in between</source>
        <translation>Zweimal abgelehnt, und dazwischen Ihre eigene Sitzung angenommen</translation>
    </message>
    <message>
        <source>Check that the store refuses it</source>
        <translation>Prüfen, ob der Shop ihn ablehnt</translation>
    </message>
    <message>
        <source>Checking that the store refuses it…</source>
        <translation>Es wird geprüft, ob der Shop ihn ablehnt…</translation>
    </message>
    <message>
        <source>The store still accepts it</source>
        <translation>Der Shop nimmt ihn noch an</translation>
    </message>
    <message>
        <source>Not proven that the store refuses it</source>
        <translation>Nicht nachgewiesen, dass der Shop ihn ablehnt</translation>
    </message>
</context>
<context>
    <name>ProviderAgain</name>
    <message>
        <source>You came in through {provider}. Only {provider} can confirm here that it is you.</source>
        <translation>Sie haben sich über {provider} angemeldet. Nur {provider} kann hier bestätigen, dass Sie es sind.</translation>
    </message>
</context>
<context>
    <name>ProviderButtons</name>
    <message>
        <source>Open the page again</source>
        <translation>Seite noch einmal öffnen</translation>
    </message>
    <message>
        <source>Continue in your browser, on the page of {provider}.</source>
        <translation>Machen Sie in Ihrem Browser weiter, auf der Seite von {provider}.</translation>
    </message>
    <message>
        <source>You can close this window and go back to Medusa Console.</source>
        <translation>Sie können dieses Fenster schließen und zu Medusa Console zurückkehren.</translation>
    </message>
    <message>
        <source>Continue with {provider}</source>
        <translation>Weiter mit {provider}</translation>
    </message>
    <message>
        <source>{provider} knows you as {email}.</source>
        <translation>{provider} kennt Sie als {email}.</translation>
    </message>
    <message>
        <source>If an admin of {store} has this email, this sign-in will open that admin&apos;s account from now on. If not, a new admin account is created: without roles, or with full access where the store uses no roles.</source>
        <translation>Wenn ein Admin von {store} diese E-Mail-Adresse hat, öffnet diese Anmeldung von jetzt an sein Konto. Sonst wird ein neues Admin-Konto angelegt: ohne Rollen, oder mit vollem Zugriff, wenn der Shop keine Rollen verwendet.</translation>
    </message>
    <message>
        <source>No admin account belongs to this sign-in yet</source>
        <translation>Zu dieser Anmeldung gehört noch kein Admin-Konto</translation>
    </message>
    <message>
        <source>Link or create account</source>
        <translation>Konto verbinden oder anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PublishableActions</name>
    <message>
        <source>Reactivated</source>
        <translation>Wieder aktiviert</translation>
    </message>
    <message>
        <source>Reactivate “{title}”?</source>
        <translation>„{title}“ wieder aktivieren?</translation>
    </message>
    <message>
        <source>Reactivate key</source>
        <translation>Schlüssel wieder aktivieren</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation>Vertriebskanäle</translation>
    </message>
    <message>
        <source>Medusa Admin goes on showing it as revoked, from now on by you. To delete its record later, revoke it again first.</source>
        <translation>Medusa Admin zeigt ihn weiter als widerrufen an, ab jetzt durch Sie. Um den Eintrag später zu löschen, muss er vorher noch einmal widerrufen werden.</translation>
    </message>
    <message>
        <source>{when} by {person}</source>
        <translation>{when} durch {person}</translation>
    </message>
    <message>
        <source>“{title}” was reactivated, but may not work yet</source>
        <translation>„{title}“ wurde wieder aktiviert, funktioniert aber vielleicht noch nicht</translation>
    </message>
    <message>
        <source>“{title}” works again</source>
        <translation>„{title}“ funktioniert wieder</translation>
    </message>
    <message>
        <source>Tried just now: the store accepts it.</source>
        <translation>Eben ausprobiert: Der Shop akzeptiert ihn.</translation>
    </message>
    <message>
        <source>The store refused it just now. It caches keys, so try again within the hour.</source>
        <translation>Der Shop hat ihn eben abgelehnt. Er speichert Schlüssel zwischen; versuchen Sie es innerhalb der nächsten Stunde noch einmal.</translation>
    </message>
    <message>
        <source>The store refused it just now.</source>
        <translation>Der Shop hat ihn eben abgelehnt.</translation>
    </message>
    <message>
        <source>It could not be tried: {why}.</source>
        <translation>Er konnte nicht ausprobiert werden: {why}.</translation>
    </message>
    <message>
        <source>It could not be tried.</source>
        <translation>Er konnte nicht ausprobiert werden.</translation>
    </message>
    <message>
        <source>{result} {state}.</source>
        <translation>{result} {state}.</translation>
    </message>
    <message>
        <source>View store as this key…</source>
        <translation>Shop damit ansehen…</translation>
    </message>
    <message>
        <source>Storefronts that use it work again immediately, until then.</source>
        <translation>Storefronts mit diesem Schlüssel funktionieren sofort wieder, bis dahin.</translation>
    </message>
    <message>
        <source>A revoked key can&apos;t be given back without an end. The end can be moved later.</source>
        <translation>Einen widerrufenen Schlüssel gibt Medusa nicht ohne Ende zurück. Das Ende lässt sich später verschieben.</translation>
    </message>
</context>
<context>
    <name>ReadingPart</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>Der Shop wird gefragt…</translation>
    </message>
</context>
<context>
    <name>ReauthPrompt</name>
    <message>
        <source>Your session at {store} has ended</source>
        <translation>Ihre Sitzung bei {store} ist abgelaufen</translation>
    </message>
    <message>
        <source>Nothing on this page is lost. Sign in to make changes.</source>
        <translation>Auf dieser Seite geht nichts verloren. Melden Sie sich an, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>You are signed in to {store} again</source>
        <translation>Sie sind wieder bei {store} angemeldet</translation>
    </message>
    <message>
        <source>“{action}” was refused. Nothing was changed.</source>
        <translation>„{action}“ wurde abgelehnt. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Save receipts…</source>
        <translation>Belege speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>Save receipts</source>
        <translation>Belege speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Saved to {file}</source>
        <translation>Gespeichert in {file}</translation>
    </message>
    <message>
        <source>They are kept for 400 days in the folder “receipts” of the data folder. They hold no key, but can name people: titles and account IDs are personal data.</source>
        <translation>Sie bleiben 400 Tage im Ordner „receipts“ des Datenordners. Sie enthalten keinen Schlüssel, können aber Personen nennen: Titel und Konto-IDs sind personenbezogene Daten.</translation>
    </message>
</context>
<context>
    <name>RecordPart</name>
    <message>
        <source>This card has just changed. Press {keys} again.</source>
        <translation>Diese Karte hat sich gerade geändert. Drücken Sie noch einmal {keys}.</translation>
    </message>
    <message>
        <source>Replace, then revoke…</source>
        <translation>Ersetzen, dann widerrufen…</translation>
    </message>
    <message>
        <source>What it did…</source>
        <translation>Was er getan hat…</translation>
    </message>
</context>
<context>
    <name>RecoveryCodes</name>
    <message>
        <source>Save these recovery codes now</source>
        <translation>Speichern Sie diese Wiederherstellungscodes jetzt</translation>
    </message>
    <message>
        <source>Recovery codes, hidden</source>
        <translation>Wiederherstellungscodes, verborgen</translation>
    </message>
    <message>
        <source>Copy and hide</source>
        <translation>Kopieren und verbergen</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Noch einmal kopieren</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>In Datei speichern…</translation>
    </message>
    <message>
        <source>I have saved these codes</source>
        <translation>Ich habe diese Codes gespeichert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Each of these codes signs you in once, without your phone. Medusa won&apos;t show them again.</source>
        <translation>Mit jedem dieser Codes können Sie sich einmal ohne Ihr Telefon anmelden. Medusa zeigt sie nicht noch einmal.</translation>
    </message>
    <message>
        <source>Two-step sign-in is on.</source>
        <translation>Die Anmeldung in zwei Schritten ist eingeschaltet.</translation>
    </message>
    <message>
        <source>Earlier ones no longer work.</source>
        <translation>Frühere gelten nicht mehr.</translation>
    </message>
    <message>
        <source>Save recovery codes</source>
        <translation>Wiederherstellungscodes speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Recovery codes of {account} at {store}. Each works once.</source>
        <translation>Wiederherstellungscodes von {account} bei {store}. Jeder gilt einmal.</translation>
    </message>
    <message>
        <source>Saved to {file}.</source>
        <translation>Gespeichert in {file}.</translation>
    </message>
    <message>
        <source>Copy or save the codes, or tick “I have saved these codes”.</source>
        <translation>Kopieren oder speichern Sie die Codes, oder haken Sie „Ich habe diese Codes gespeichert“ an.</translation>
    </message>
</context>
<context>
    <name>RegisterCustomer</name>
    <message>
        <source>Register customer</source>
        <translation>Kunden registrieren</translation>
    </message>
    <message>
        <source>This customer already existed. Name and details were not changed.</source>
        <translation>Diesen Kunden gab es schon. Name und Angaben wurden nicht geändert.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Wird registriert…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{name} can sign in</source>
        <translation>{name} kann sich anmelden</translation>
    </message>
    <message>
        <source>Stopped waiting. It may still go through. You can safely try again with the same password.</source>
        <translation>Das Warten wurde beendet. Die Registrierung kann noch ausgeführt werden. Mit demselben Passwort können Sie es gefahrlos noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Stop this registration?</source>
        <translation>Diese Registrierung abbrechen?</translation>
    </message>
    <message>
        <source>The sign-in may already exist, without a customer. Only the password in this form can finish it, and it is discarded when you stop.</source>
        <translation>Vielleicht gibt es den Zugang schon, aber noch ohne Kunden. Abschließen lässt sich das nur mit dem Passwort aus diesem Formular, und das wird beim Abbrechen verworfen.</translation>
    </message>
    <message>
        <source>Stop anyway</source>
        <translation>Trotzdem abbrechen</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>You haven&apos;t copied the password. Copy it, or choose Done to close.</source>
        <translation>Sie haben das Passwort nicht kopiert. Kopieren Sie es oder schließen Sie mit „Fertig“.</translation>
    </message>
</context>
<context>
    <name>RegistrationForm</name>
    <message>
        <source>Give it to the customer. It is not saved anywhere.</source>
        <translation>Geben Sie es dem Kunden. Es wird nirgends gespeichert.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Medusa needs a publishable key to register customers.</source>
        <translation>Medusa braucht einen veröffentlichbaren Schlüssel, um Kunden zu registrieren.</translation>
    </message>
    <message>
        <source>Enter a password, or choose Generate.</source>
        <translation>Geben Sie ein Passwort ein oder wählen Sie „Erzeugen“.</translation>
    </message>
    <message>
        <source>An account with this email exists. You can only finish an interrupted registration, with the same password.</source>
        <translation>Ein Konto mit dieser E-Mail-Adresse gibt es schon. Sie können nur eine unterbrochene Registrierung mit demselben Passwort abschließen.</translation>
    </message>
    <message>
        <source>A guest has this email. The two records stay separate.</source>
        <translation>Ein Gast hat diese E-Mail-Adresse. Die beiden Datensätze bleiben getrennt.</translation>
    </message>
    <message>
        <source>{email} already exists in different capitals. Medusa treats them as two customers.</source>
        <translation>{email} gibt es schon in anderer Groß- und Kleinschreibung. Medusa behandelt sie als zwei Kunden.</translation>
    </message>
</context>
<context>
    <name>ReminderWords</name>
    <message numerus="yes">
        <source>%Ln key(s) end today</source>
        <translation>
            <numerusform>%Ln Schlüssel endet heute</numerusform>
            <numerusform>%Ln Schlüssel enden heute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) end by {day} morning</source>
        <translation>
            <numerusform>%Ln Schlüssel endet bis {day} früh</numerusform>
            <numerusform>%Ln Schlüssel enden bis {day} früh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more within a week</source>
        <translation>
            <numerusform>%Ln weiterer innerhalb einer Woche</numerusform>
            <numerusform>%Ln weitere innerhalb einer Woche</numerusform>
        </translation>
    </message>
    <message>
        <source>{when}: “{title}”</source>
        <translation>{when}: „{title}“</translation>
    </message>
    <message>
        <source>Reminders appear only while Medusa Console is open.</source>
        <translation>Erinnerungen erscheinen nur, solange Medusa Console geöffnet ist.</translation>
    </message>
    <message>
        <source>Open Medusa Console to see which.</source>
        <translation>Welche, zeigt Medusa Console.</translation>
    </message>
    <message>
        <source>{store}: “{title}”, {when}</source>
        <translation>{store}: „{title}“, {when}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln end(s) of keys, with an alarm a week and a day before each. Your calendar then reminds you without Medusa Console.</source>
        <translation>
            <numerusform>Das Ende von %Ln Schlüssel, mit einer Erinnerung eine Woche und einen Tag vorher. Ihr Kalender erinnert Sie dann ohne Medusa Console.</numerusform>
            <numerusform>Die Enden von %Ln Schlüsseln, mit je einer Erinnerung eine Woche und einen Tag vorher. Ihr Kalender erinnert Sie dann ohne Medusa Console.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) end within a day</source>
        <translation>
            <numerusform>%Ln Schlüssel endet innerhalb eines Tages</numerusform>
            <numerusform>%Ln Schlüssel enden innerhalb eines Tages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) end within a week</source>
        <translation>
            <numerusform>%Ln Schlüssel endet innerhalb einer Woche</numerusform>
            <numerusform>%Ln Schlüssel enden innerhalb einer Woche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Save the incident report</source>
        <translation>Vorfallsbericht speichern</translation>
    </message>
    <message>
        <source>It tells of this store alone: what was found, done and seen here, with times and IDs, how anybody can check it, and what is not known. It never holds a key.</source>
        <translation>Er handelt nur von diesem Shop: was hier gefunden, getan und gesehen wurde, mit Zeiten und IDs, wie jeder es prüfen kann und was nicht bekannt ist. Er enthält nie einen Schlüssel.</translation>
    </message>
    <message>
        <source>Name people, with their emails</source>
        <translation>Personen nennen, mit ihren E-Mail-Adressen</translation>
    </message>
    <message>
        <source>Without the tick, people are IDs. Customers are always counts and IDs. What it holds may be personal data all the same.</source>
        <translation>Ohne den Haken stehen für Personen IDs. Kunden sind immer Anzahlen und IDs. Auch so kann er personenbezogene Daten enthalten.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Datei wird geschrieben…</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Nobody has looked yet for what the keys in it did. Look with “What it did…”, then save it again.</source>
        <translation>Noch hat niemand nachgesehen, was mit den Schlüsseln darin getan wurde. Sehen Sie mit „Was er getan hat…“ nach, und speichern Sie ihn dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>RevealKey</name>
    <message>
        <source>Save this key now</source>
        <translation>Speichern Sie diesen Schlüssel jetzt</translation>
    </message>
    <message>
        <source>Copy and hide</source>
        <translation>Kopieren und verbergen</translation>
    </message>
    <message>
        <source>I have saved this key</source>
        <translation>Ich habe diesen Schlüssel gespeichert</translation>
    </message>
    <message>
        <source>Discard and revoke this key</source>
        <translation>Schlüssel verwerfen und widerrufen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Noch einmal kopieren</translation>
    </message>
    <message>
        <source>“{title}” was created. Medusa won&apos;t show it again.</source>
        <translation>„{title}“ wurde angelegt. Medusa zeigt den Schlüssel nicht noch einmal.</translation>
    </message>
    <message>
        <source>Discard “{title}”?</source>
        <translation>„{title}“ verwerfen?</translation>
    </message>
    <message>
        <source>It was shown or copied. Every copy stops working.</source>
        <translation>Er wurde angezeigt oder kopiert. Jede Kopie funktioniert dann nicht mehr.</translation>
    </message>
    <message>
        <source>Discard and revoke</source>
        <translation>Verwerfen und widerrufen</translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work. {why}.</source>
        <translation>Nicht bestätigt: Dieser Schlüssel funktioniert vielleicht noch. {why}.</translation>
    </message>
    <message>
        <source>Copy the key, tick “I have saved this key”, or discard it.</source>
        <translation>Kopieren Sie den Schlüssel, haken Sie „Ich habe diesen Schlüssel gespeichert“ an oder verwerfen Sie ihn.</translation>
    </message>
    <message>
        <source>Wait for its end, or discard the key.</source>
        <translation>Warten Sie auf das Ende oder verwerfen Sie den Schlüssel.</translation>
    </message>
</context>
<context>
    <name>RevealToken</name>
    <message>
        <source>Send this along</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Token, hidden</source>
        <translation>Token, verborgen</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Address of the admin pages</source>
        <translation>Adresse der Admin-Seiten</translation>
    </message>
    <message>
        <source>For a link in the message. Kept with this store.</source>
        <translation>Für einen Link in der Nachricht. Wird bei diesem Shop gespeichert.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>You haven&apos;t copied it. Copy it, or choose Done to close.</source>
        <translation>Sie haben es nicht kopiert. Kopieren Sie es, oder wählen Sie Fertig, um zu schließen.</translation>
    </message>
</context>
<context>
    <name>RevokePreview</name>
    <message>
        <source>Keys made by it</source>
        <translation>Von ihm angelegte Schlüssel</translation>
    </message>
    <message>
        <source>Keep keys</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Anything that uses these keys stops working immediately. This cannot be undone.</source>
        <translation>Alles, was diese Schlüssel verwendet, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The leak&apos;s date is unknown, so nothing is ticked for you.</source>
        <translation>Der Zeitpunkt des Leaks ist unbekannt. Darum ist nichts für Sie angehakt.</translation>
    </message>
    <message>
        <source>Ticked are the secret keys made after the leak that still work.</source>
        <translation>Angehakt sind die geheimen Schlüssel, die nach dem Leak angelegt wurden und noch funktionieren.</translation>
    </message>
    <message>
        <source>Publishable keys cannot be ticked here: they are public by design, and a storefront would stop. Look at each in the list of keys.</source>
        <translation>Veröffentlichbare Schlüssel können hier nicht angehakt werden: Sie sind mit Absicht öffentlich, und eine Storefront würde ausfallen. Sehen Sie sich jeden in der Liste der Schlüssel an.</translation>
    </message>
    <message>
        <source>None of these is a secret key that still works.</source>
        <translation>Keiner davon ist ein geheimer Schlüssel, der noch funktioniert.</translation>
    </message>
    <message>
        <source>Revoke what it made?</source>
        <translation>Widerrufen, was er angelegt hat?</translation>
    </message>
</context>
<context>
    <name>RoleList</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>RotateActions</name>
    <message>
        <source>“{title}”. Paste the key into the leak desk to prove that it is refused.</source>
        <translation>„{title}“. Fügen Sie den Schlüssel im Leak-Desk ein, um zu belegen, dass er abgelehnt wird.</translation>
    </message>
    <message>
        <source>Revoked, as its record shows</source>
        <translation>Widerrufen, wie sein Datensatz zeigt</translation>
    </message>
    <message>
        <source>In 24 hours</source>
        <translation>In 24 Stunden</translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation>In 7 Tagen</translation>
    </message>
    <message>
        <source>Let the old key end</source>
        <translation>Den alten Schlüssel enden lassen</translation>
    </message>
</context>
<context>
    <name>RotateEnd</name>
    <message>
        <source>Rotate “{title}”</source>
        <translation>„{title}“ rotieren</translation>
    </message>
    <message>
        <source>Keep both for now</source>
        <translation>Vorerst beide behalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>I have saved this key</source>
        <translation>Ich habe diesen Schlüssel gespeichert</translation>
    </message>
    <message>
        <source>Make another key</source>
        <translation>Anderen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Revoke now…</source>
        <translation>Jetzt widerrufen…</translation>
    </message>
    <message>
        <source>Schedule revocation</source>
        <translation>Widerruf planen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Full key</source>
        <translation>Ganzer Schlüssel</translation>
    </message>
    <message>
        <source>Copy full key</source>
        <translation>Ganzen Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Medusa cannot tell whether the old key is still used.</source>
        <translation>Medusa kann nicht sagen, ob der alte Schlüssel noch genutzt wird.</translation>
    </message>
    <message>
        <source>The old key goes on working.</source>
        <translation>Der alte Schlüssel funktioniert weiter.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accepted, but roles are on: what Medusa guards by a role refuses it</source>
        <translation>Angenommen, aber Rollen sind an: Was Medusa mit einer Rolle schützt, lehnt ihn ab</translation>
    </message>
    <message>
        <source>Refused. The store does not accept the new key.</source>
        <translation>Abgelehnt. Der Shop nimmt den neuen Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>Not tried: Medusa Console no longer has the new key.</source>
        <translation>Nicht ausprobiert: Medusa Console hat den neuen Schlüssel nicht mehr.</translation>
    </message>
    <message>
        <source>Paste it to try it now. Without a trial, check that everything works with it before you end the old key.</source>
        <translation>Fügen Sie ihn ein, um ihn jetzt auszuprobieren. Sonst prüfen Sie, dass alles mit ihm funktioniert, bevor Sie den alten Schlüssel beenden.</translation>
    </message>
    <message>
        <source>Not tried. {why}.</source>
        <translation>Nicht ausprobiert. {why}.</translation>
    </message>
    <message>
        <source>Give the new key to everything that uses the leaked one, then revoke that one. Until then it stays marked as leaked and working.</source>
        <translation>Hinterlegen Sie den neuen Schlüssel überall, wo der geleakte genutzt wird, und widerrufen Sie dann diesen. Bis dahin bleibt er als geleakt und aktiv markiert.</translation>
    </message>
    <message>
        <source>Give the new key to everything that uses the old one, then end the old one.</source>
        <translation>Hinterlegen Sie den neuen Schlüssel überall, wo der alte genutzt wird, und beenden Sie dann den alten.</translation>
    </message>
    <message>
        <source>Last made something: a customer, {ago}.</source>
        <translation>Zuletzt etwas angelegt: einen Kunden, {ago}.</translation>
    </message>
    <message>
        <source>Last made something: a customer group, {ago}.</source>
        <translation>Zuletzt etwas angelegt: eine Kundengruppe, {ago}.</translation>
    </message>
    <message>
        <source>Last made something: a key, {ago}.</source>
        <translation>Zuletzt etwas angelegt: einen Schlüssel, {ago}.</translation>
    </message>
    <message>
        <source>The new key was not confirmed as saved.</source>
        <translation>Dass der neue Schlüssel gespeichert ist, wurde nicht bestätigt.</translation>
    </message>
    <message>
        <source>If you do not have it, revoke it and make another one.</source>
        <translation>Wenn Sie ihn nicht haben, widerrufen Sie ihn und legen Sie einen anderen an.</translation>
    </message>
    <message>
        <source>Not confirmed: the end may not have been set. {why}.</source>
        <translation>Nicht bestätigt: Das Ende wurde vielleicht nicht gesetzt. {why}.</translation>
    </message>
</context>
<context>
    <name>RotateForm</name>
    <message>
        <source>Rotate “{title}”</source>
        <translation>„{title}“ rotieren</translation>
    </message>
    <message>
        <source>Title of the new key</source>
        <translation>Titel des neuen Schlüssels</translation>
    </message>
    <message>
        <source>Create new key</source>
        <translation>Neuen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>The leaked key works until you revoke it. First give the new one to everything that uses it, then revoke the leaked one.</source>
        <translation>Der geleakte Schlüssel funktioniert, bis Sie ihn widerrufen. Hinterlegen Sie zuerst überall, wo er genutzt wird, den neuen, und widerrufen Sie dann den geleakten.</translation>
    </message>
    <message>
        <source>Both keys work until you end the old one, so nothing that uses it has to stop.</source>
        <translation>Beide Schlüssel funktionieren, bis Sie den alten beenden. Nichts, was ihn nutzt, muss ausfallen.</translation>
    </message>
    <message>
        <source>Both keys work until you end the old one, so no storefront that uses it has to stop.</source>
        <translation>Beide Schlüssel funktionieren, bis Sie den alten beenden. Keine Storefront, die ihn nutzt, muss ausfallen.</translation>
    </message>
    <message>
        <source>Enter a title so that people can tell keys apart.</source>
        <translation>Geben Sie einen Titel ein, damit man Schlüssel unterscheiden kann.</translation>
    </message>
    <message>
        <source>That looks like a key. Every admin can see titles.</source>
        <translation>Das sieht nach einem Schlüssel aus. Titel kann jeder Admin sehen.</translation>
    </message>
</context>
<context>
    <name>RotateLinks</name>
    <message>
        <source>Show new key</source>
        <translation>Neuen Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Show old key</source>
        <translation>Alten Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Its successor works too. This key is to be ended.</source>
        <translation>Sein Nachfolger funktioniert auch. Dieser Schlüssel soll enden.</translation>
    </message>
    <message>
        <source>It replaces “{title}”, which still works.</source>
        <translation>Er ersetzt „{title}“, der noch funktioniert.</translation>
    </message>
</context>
<context>
    <name>RotateSteps</name>
    <message>
        <source>Create the new key</source>
        <translation>Neuen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>New key created</source>
        <translation>Neuer Schlüssel angelegt</translation>
    </message>
    <message>
        <source>Try the new key</source>
        <translation>Neuen Schlüssel ausprobieren</translation>
    </message>
    <message>
        <source>End the old key</source>
        <translation>Alten Schlüssel beenden</translation>
    </message>
    <message>
        <source>Trying the new key…</source>
        <translation>Neuer Schlüssel wird ausprobiert…</translation>
    </message>
    <message>
        <source>New key accepted</source>
        <translation>Neuer Schlüssel angenommen</translation>
    </message>
    <message>
        <source>New key not tried</source>
        <translation>Neuer Schlüssel nicht ausprobiert</translation>
    </message>
    <message>
        <source>New key refused</source>
        <translation>Neuer Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>New key not tried yet</source>
        <translation>Neuer Schlüssel noch nicht ausprobiert</translation>
    </message>
    <message>
        <source>Old key has an end</source>
        <translation>Alter Schlüssel hat ein Ende</translation>
    </message>
    <message>
        <source>Save the new key</source>
        <translation>Neuen Schlüssel speichern</translation>
    </message>
    <message>
        <source>New key saved</source>
        <translation>Neuer Schlüssel gespeichert</translation>
    </message>
    <message>
        <source>New key not confirmed as saved</source>
        <translation>Neuer Schlüssel nicht als gespeichert bestätigt</translation>
    </message>
    <message>
        <source>Copy its sales channels</source>
        <translation>Seine Vertriebskanäle übernehmen</translation>
    </message>
    <message>
        <source>Copying its sales channels…</source>
        <translation>Seine Vertriebskanäle werden übernommen…</translation>
    </message>
    <message>
        <source>Sales channels copied</source>
        <translation>Vertriebskanäle übernommen</translation>
    </message>
    <message>
        <source>Sales channels not copied</source>
        <translation>Vertriebskanäle nicht übernommen</translation>
    </message>
    <message>
        <source>Sales channels may not have been copied</source>
        <translation>Vertriebskanäle vielleicht nicht übernommen</translation>
    </message>
</context>
<context>
    <name>RunPart</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Waiting: {doing}</source>
        <translation>Wartet: {doing}</translation>
    </message>
    <message>
        <source>Paused: {doing}</source>
        <translation>Pausiert: {doing}</translation>
    </message>
    <message>
        <source>Result: {doing}</source>
        <translation>Ergebnis: {doing}</translation>
    </message>
    <message>
        <source>The receipts can&apos;t be written. The keys are revoked all the same.</source>
        <translation>Die Belege lassen sich nicht schreiben. Die Schlüssel werden trotzdem widerrufen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Replace “{file}”?</source>
        <translation>„{file}“ ersetzen?</translation>
    </message>
    <message>
        <source>The file exists already. Its content is lost.</source>
        <translation>Die Datei gibt es schon. Ihr Inhalt geht verloren.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep file</source>
        <translation>Datei behalten</translation>
    </message>
</context>
<context>
    <name>SaveInKeyring</name>
    <message>
        <source>Save in the keyring</source>
        <translation>Im Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>{store}: {title}</source>
        <translation>{store}: {title}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save the key</source>
        <translation>Schlüssel speichern</translation>
    </message>
    <message>
        <source>Every program that runs under your account can read it from {keyring} while the keyring is unlocked.</source>
        <translation>Jedes Programm, das unter Ihrem Konto läuft, kann ihn aus {keyring} lesen, solange der Schlüsselbund entsperrt ist.</translation>
    </message>
    <message>
        <source>the keyring</source>
        <translation>dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>There is an entry of this name. Use another name.</source>
        <translation>Es gibt schon einen Eintrag dieses Namens. Nehmen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Secret key, hidden</source>
        <translation>Geheimer Schlüssel, verborgen</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Actions…</source>
        <translation>Aktionen…</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>SendToCommand</name>
    <message>
        <source>Send to a command</source>
        <translation>An einen Befehl senden</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>e.g. gh secret set MEDUSA_KEY</source>
        <translation>z. B. gh secret set MEDUSA_KEY</translation>
    </message>
    <message>
        <source>It runs without a shell and reads the key from its standard input.</source>
        <translation>Er läuft ohne Shell und liest den Schlüssel von seiner Standardeingabe.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>End the key with a line break</source>
        <translation>Den Schlüssel mit einem Zeilenumbruch beenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Send the key</source>
        <translation>Schlüssel senden</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Runs in</source>
        <translation>Läuft in</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Running for {seconds} s. It is stopped after {limit} s.</source>
        <translation>Läuft seit {seconds} s. Nach {limit} s wird er angehalten.</translation>
    </message>
    <message>
        <source>Stopped after {limit} s. It may have used the key.</source>
        <translation>Nach {limit} s angehalten. Er hat den Schlüssel vielleicht schon verwendet.</translation>
    </message>
    <message>
        <source>The command says it worked.</source>
        <translation>Der Befehl meldet Erfolg.</translation>
    </message>
    <message>
        <source>The command failed (exit code {code}). It may have used the key.</source>
        <translation>Der Befehl ist fehlgeschlagen (Exitcode {code}). Er hat den Schlüssel vielleicht schon verwendet.</translation>
    </message>
    <message>
        <source>Stopped. It may have used the key.</source>
        <translation>Angehalten. Er hat den Schlüssel vielleicht schon verwendet.</translation>
    </message>
    <message>
        <source>{program}: {result}</source>
        <translation>{program}: {result}</translation>
    </message>
</context>
<context>
    <name>SetUpTwoStep</name>
    <message>
        <source>Set up two-step sign-in</source>
        <translation>Anmeldung in zwei Schritten einrichten</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Turning on…</source>
        <translation>Wird eingeschaltet…</translation>
    </message>
    <message>
        <source>Scan this with an authenticator app on your phone, or enter the secret there.</source>
        <translation>Scannen Sie dies mit einer Authenticator-App auf Ihrem Telefon, oder geben Sie dort das Geheimnis ein.</translation>
    </message>
    <message>
        <source>Then enter the code that the app shows.</source>
        <translation>Geben Sie dann den Code ein, den die App zeigt.</translation>
    </message>
    <message>
        <source>QR code for an authenticator app</source>
        <translation>QR-Code für eine Authenticator-App</translation>
    </message>
    <message>
        <source>Secret, hidden</source>
        <translation>Geheimnis, verborgen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation>Geheimnis kopieren</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>A code has six digits.</source>
        <translation>Ein Code hat sechs Ziffern.</translation>
    </message>
    <message>
        <source>Wrong code. Enter the one that the app shows now. If it stays wrong, check the phone&apos;s clock.</source>
        <translation>Falscher Code. Geben Sie den ein, den die App jetzt zeigt. Bleibt er falsch, prüfen Sie die Uhr des Telefons.</translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost, and two-step sign-in is not on yet. Enter the code that the app shows now.</source>
        <translation>Die Antwort des Shops ging verloren, und die Anmeldung in zwei Schritten ist noch nicht eingeschaltet. Geben Sie den Code ein, den die App jetzt zeigt.</translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost. Two-step sign-in may be on or not. Enter the code that the app shows now.</source>
        <translation>Die Antwort des Shops ging verloren. Die Anmeldung in zwei Schritten kann eingeschaltet sein oder nicht. Geben Sie den Code ein, den die App jetzt zeigt.</translation>
    </message>
    <message>
        <source>Stopped waiting. It may still be turned on. Cancel removes it again.</source>
        <translation>Das Warten wurde beendet. Sie kann noch eingeschaltet werden. „Abbrechen“ entfernt sie wieder.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> min</source>
        <translation> Min.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Großzügig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnosedaten kopieren</translation>
    </message>
    <message>
        <source>Unlock a store to change the times.</source>
        <translation>Entsperren Sie einen Shop, um die Zeiten zu ändern.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Clear copied keys after</source>
        <translation>Zwischenablage leeren nach</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>Locks after this long without input; 0 turns it off. Stores also lock when the computer sleeps and, on Linux, when the screen is locked.</source>
        <translation>Sperrt nach dieser Zeit ohne Eingabe; 0 schaltet das aus. Shops werden auch gesperrt, wenn der Computer in den Ruhezustand geht und, unter Linux, wenn der Bildschirm gesperrt wird.</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Zeilenabstand</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>A change applies when you next start Medusa Console.</source>
        <translation>Eine Änderung gilt ab dem nächsten Start von Medusa Console.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Medusa Console {version}</source>
        <translation>Medusa Console {version}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Without names</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>With key and store names</source>
        <translation>Mit Namen von Schlüsseln und Shops</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Desktop reminders</source>
        <translation>Erinnerungen auf dem Desktop</translation>
    </message>
    <message>
        <source>A week and a day before a key ends, the desktop shows a notification. Reminders appear only while Medusa Console is open.</source>
        <translation>Eine Woche und einen Tag, bevor ein Schlüssel endet, zeigt der Desktop eine Benachrichtigung. Erinnerungen erscheinen nur, solange Medusa Console geöffnet ist.</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Go to stores 1 to 9</source>
        <translation>Zu den Shops 1 bis 9</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Open the selected row</source>
        <translation>Ausgewählte Zeile öffnen</translation>
    </message>
    <message>
        <source>Confirm a question</source>
        <translation>Frage bestätigen</translation>
    </message>
    <message>
        <source>Go back one step</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Lists and questions</source>
        <translation>Listen und Fragen</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Ergebnisse</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation>Leak-Desk</translation>
    </message>
    <message>
        <source>Check the clipboard for leaked keys</source>
        <translation>Zwischenablage auf geleakte Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Voriger Bereich</translation>
    </message>
</context>
<context>
    <name>ShowPassword</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>SignInAgain</name>
    <message>
        <source>Sign in again to {store}</source>
        <translation>Erneut bei {store} anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Your session ended at {time}. Nothing on this page is lost.</source>
        <translation>Ihre Sitzung ist um {time} abgelaufen. Auf dieser Seite geht nichts verloren.</translation>
    </message>
    <message>
        <source>“{action}” was refused and changed nothing. You can repeat it afterwards.</source>
        <translation>„{action}“ wurde abgelehnt und hat nichts geändert. Sie können es danach wiederholen.</translation>
    </message>
    <message>
        <source>The leak desk goes on as soon as you are signed in.</source>
        <translation>Das Leak-Desk macht weiter, sobald Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>At {time} the store asked for your second factor. Nothing on this page is lost. Sign in again with your password and a code.</source>
        <translation>Um {time} hat der Shop Ihren zweiten Faktor verlangt. Auf dieser Seite geht nichts verloren. Melden Sie sich mit Passwort und Code erneut an.</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Forgot password?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Accept invite</source>
        <translation>Einladung annehmen</translation>
    </message>
    <message>
        <source>Sign in to the demo store</source>
        <translation>Beim Demo-Shop anmelden</translation>
    </message>
    <message>
        <source>Sign in to {store}</source>
        <translation>Bei {store} anmelden</translation>
    </message>
    <message>
        <source>Enter the email of your admin account.</source>
        <translation>Geben Sie die E-Mail-Adresse Ihres Admin-Kontos ein.</translation>
    </message>
    <message>
        <source>Connecting to {host}…</source>
        <translation>Verbindung zu {host} wird aufgebaut…</translation>
    </message>
    <message>
        <source>Cancelled. You are not signed in.</source>
        <translation>Abgebrochen. Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>Built in. Nothing leaves this computer.</source>
        <translation>Eingebaut. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>{host} · encrypted connection</source>
        <translation>{host} · verschlüsselte Verbindung</translation>
    </message>
    <message>
        <source>{host} · on this computer</source>
        <translation>{host} · auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>SignInNotices</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Edit store</source>
        <translation>Shop bearbeiten</translation>
    </message>
    <message>
        <source>Accept invite</source>
        <translation>Einladung annehmen</translation>
    </message>
    <message>
        <source>The new password is set. Sign in with it.</source>
        <translation>Das neue Passwort ist gesetzt. Melden Sie sich damit an.</translation>
    </message>
    <message>
        <source>Two-step sign-in stays as it is. Sessions that were open before go on until they end: if someone else knew your password, tell an admin.</source>
        <translation>Die Anmeldung in zwei Schritten bleibt, wie sie ist. Sitzungen von vorher laufen weiter, bis sie enden: Wenn jemand anders Ihr Passwort kannte, sagen Sie es einem Admin.</translation>
    </message>
    <message>
        <source>You had an account here already</source>
        <translation>Sie hatten hier schon ein Konto</translation>
    </message>
    <message>
        <source>This email and password open an admin account of this store. The invite was not used.</source>
        <translation>Diese E-Mail-Adresse und dieses Passwort öffnen ein Admin-Konto dieses Shops. Die Einladung wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>To stay signed in, this computer needs a keyring</source>
        <translation>Um angemeldet zu bleiben, brauchen Sie auf diesem Computer einen Schlüsselbund</translation>
    </message>
    <message>
        <source>On Linux, install GNOME Keyring or KWallet and log in to your desktop again, so that the keyring is unlocked. Windows and macOS come with one. Then choose the store again.</source>
        <translation>Installieren Sie unter Linux GNOME-Schlüsselbund oder KWallet und melden Sie sich dann neu am Desktop an, damit der Schlüsselbund entsperrt wird. Windows und macOS bringen einen mit. Wählen Sie danach den Shop noch einmal.</translation>
    </message>
    <message>
        <source>This store offers no way to sign in here</source>
        <translation>Dieser Shop bietet hier keinen Weg zur Anmeldung</translation>
    </message>
    <message>
        <source>It takes neither email and password, nor has it a provider with a page that can be opened in your browser.</source>
        <translation>Er nimmt weder E-Mail-Adresse und Passwort an, noch hat er einen Anbieter mit einer Seite, die sich in Ihrem Browser öffnen lässt.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Medusa Console</source>
        <translation>Medusa Console</translation>
    </message>
    <message>
        <source>Create, find and revoke Medusa API keys, and be sure revoked ones are dead.</source>
        <translation>Medusa-API-Schlüssel anlegen, finden und widerrufen – und sicher sein, dass widerrufene nicht mehr gelten.</translation>
    </message>
    <message>
        <source>Try the demo store</source>
        <translation>Demo-Shop ausprobieren</translation>
    </message>
    <message>
        <source>A built-in sample store with about 60 keys. Nothing leaves this computer.</source>
        <translation>Ein eingebauter Beispiel-Shop mit etwa 60 Schlüsseln. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation>Ihren Shop verbinden</translation>
    </message>
    <message>
        <source>You need the address of your Medusa server and an admin account.</source>
        <translation>Sie brauchen die Adresse Ihres Medusa-Servers und ein Admin-Konto.</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>Add store…</source>
        <translation>Shop hinzufügen…</translation>
    </message>
    <message>
        <source>Manage stores…</source>
        <translation>Shops verwalten…</translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation>Leak-Desk</translation>
    </message>
</context>
<context>
    <name>StepUp</name>
    <message>
        <source>Confirm that it&apos;s you</source>
        <translation>Bestätigen Sie, dass Sie es sind</translation>
    </message>
    <message>
        <source>Sign in to {store} again as {account}.</source>
        <translation>Melden Sie sich bei {store} noch einmal als {account} an.</translation>
    </message>
    <message>
        <source>Enter the password for {account} at {store}.</source>
        <translation>Geben Sie das Passwort von {account} bei {store} ein.</translation>
    </message>
    <message>
        <source>The demo store&apos;s password is {password}.</source>
        <translation>Das Passwort des Demo-Shops ist {password}.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>Wird bestätigt</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>StoreAddress</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>This is the right host</source>
        <translation>Das ist der richtige Host</translation>
    </message>
    <message>
        <source>Check both spellings, then tick the box if this is the right host.</source>
        <translation>Vergleichen Sie beide Schreibweisen und setzen Sie das Häkchen, wenn das der richtige Host ist.</translation>
    </message>
    <message>
        <source>The address of your Medusa server (backend), not of the storefront.</source>
        <translation>Die Adresse Ihres Medusa-Servers (Backend), nicht der Storefront.</translation>
    </message>
    <message>
        <source>Your password will go to {origin} and nowhere else.</source>
        <translation>Ihr Passwort geht an {origin} und nirgendwohin sonst.</translation>
    </message>
    <message>
        <source>You will be signed out of the old address.</source>
        <translation>Sie werden von der alten Adresse abgemeldet.</translation>
    </message>
</context>
<context>
    <name>StoreFields</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Read-only on this computer</source>
        <translation>Auf diesem Computer schreibgeschützt</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Live stores get a red frame and extra confirmations. If in doubt, choose Live.</source>
        <translation>Live-Shops bekommen einen roten Rahmen und zusätzliche Bestätigungen. Im Zweifel wählen Sie Live.</translation>
    </message>
    <message>
        <source>You can sign in and look. Nothing in the store can be changed from this computer.</source>
        <translation>Sie können sich anmelden und alles ansehen. Von diesem Computer aus lässt sich im Shop nichts ändern.</translation>
    </message>
    <message>
        <source>Enter a name. It appears in every title bar.</source>
        <translation>Geben Sie einen Namen ein. Er steht in jeder Titelleiste.</translation>
    </message>
    <message>
        <source>e.g. Northwind EU</source>
        <translation>z.&#xa0;B. Northwind EU</translation>
    </message>
    <message>
        <source>Secret keys are old after (days)</source>
        <translation>Geheime Schlüssel gelten als alt nach (Tagen)</translation>
    </message>
    <message>
        <source>Older keys get a mark in the list.</source>
        <translation>Ältere Schlüssel werden in der Liste markiert.</translation>
    </message>
</context>
<context>
    <name>StoreFileActions</name>
    <message>
        <source>Export stores</source>
        <translation>Shops exportieren</translation>
    </message>
    <message>
        <source>Stores exported to {file}</source>
        <translation>Shops nach {file} exportiert</translation>
    </message>
    <message>
        <source>The file contains no account, password or session.</source>
        <translation>Die Datei enthält kein Konto, kein Passwort und keine Sitzung.</translation>
    </message>
    <message>
        <source>Import stores</source>
        <translation>Shops importieren</translation>
    </message>
    <message>
        <source>Store lists (*.json)</source>
        <translation>Shop-Listen (*.json)</translation>
    </message>
    <message>
        <source>You confirm each address when you first open it.</source>
        <translation>Jede Adresse bestätigen Sie, wenn Sie den Shop zum ersten Mal öffnen.</translation>
    </message>
</context>
<context>
    <name>StoreForm</name>
    <message>
        <source>Edit store</source>
        <translation>Shop bearbeiten</translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation>Ihren Shop verbinden</translation>
    </message>
    <message>
        <source>Advanced: CA certificate, proxy</source>
        <translation>Erweitert: CA-Zertifikat, Proxy</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add store</source>
        <translation>Shop hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Mark “{store}” as staging?</source>
        <translation>„{store}“ als Staging kennzeichnen?</translation>
    </message>
    <message>
        <source>Mark as staging</source>
        <translation>Als Staging kennzeichnen</translation>
    </message>
    <message>
        <source>Mark “{store}” as development?</source>
        <translation>„{store}“ als Entwicklung kennzeichnen?</translation>
    </message>
    <message>
        <source>Mark as development</source>
        <translation>Als Entwicklung kennzeichnen</translation>
    </message>
    <message>
        <source>It loses the red frame and the extra confirmations. The store itself doesn&apos;t change.</source>
        <translation>Der rote Rahmen und die zusätzlichen Bestätigungen fallen weg. Der Shop selbst ändert sich nicht.</translation>
    </message>
    <message>
        <source>Keep it live</source>
        <translation>Live lassen</translation>
    </message>
</context>
<context>
    <name>StoreList</name>
    <message>
        <source>Stores</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>built in, nothing leaves this computer</source>
        <translation>eingebaut, nichts verlässt diesen Computer</translation>
    </message>
</context>
<context>
    <name>StoreListActions</name>
    <message>
        <source>Remove “{store}” from this computer?</source>
        <translation>„{store}“ von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>Remove store</source>
        <translation>Shop entfernen</translation>
    </message>
    <message>
        <source>Keep store</source>
        <translation>Shop behalten</translation>
    </message>
    <message>
        <source>Forget all stores?</source>
        <translation>Alle Shops vergessen?</translation>
    </message>
    <message>
        <source>Forget all stores</source>
        <translation>Alle Shops vergessen</translation>
    </message>
    <message>
        <source>Keep stores</source>
        <translation>Shops behalten</translation>
    </message>
    <message>
        <source>You won&apos;t be reminded of this any more, and the keys may still work.</source>
        <translation>Daran werden Sie nicht mehr erinnert, und die Schlüssel funktionieren vielleicht noch.</translation>
    </message>
    <message>
        <source>You will be signed out, and your session, notes and commands for it are deleted from this computer. Receipts stay. The store itself doesn&apos;t change.</source>
        <translation>Sie werden abgemeldet, und Ihre Sitzung, Notizen und Befehle dafür werden von diesem Computer gelöscht. Belege bleiben. Der Shop selbst ändert sich nicht.</translation>
    </message>
    <message>
        <source>The list of stores, your sessions, proxy passwords and notes are deleted from this computer. Nothing is sent, and the stores themselves don&apos;t change.</source>
        <translation>Die Liste der Shops, Ihre Sitzungen, die Proxy-Passwörter und Ihre Notizen werden von diesem Computer gelöscht. Es wird nichts gesendet, und die Shops selbst ändern sich nicht.</translation>
    </message>
</context>
<context>
    <name>StoreSection</name>
    <message>
        <source>Revoke again</source>
        <translation>Noch einmal widerrufen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Ask this store</source>
        <translation>Diesen Shop fragen</translation>
    </message>
    <message>
        <source>Check here</source>
        <translation>Hier prüfen</translation>
    </message>
    <message>
        <source>Sign in here</source>
        <translation>Hier anmelden</translation>
    </message>
    <message>
        <source>Read the rest</source>
        <translation>Rest lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>Anfrage kopieren</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>Request copied. Paste it into a chat or an email.</source>
        <translation>Anfrage kopiert. Fügen Sie sie in einen Chat oder eine E-Mail ein.</translation>
    </message>
    <message>
        <source>Copy a request for somebody who may revoke this key.</source>
        <translation>Kopieren Sie eine Anfrage für jemanden, der diesen Schlüssel widerrufen darf.</translation>
    </message>
    <message>
        <source>{action}: {store}</source>
        <translation>{action}: {store}</translation>
    </message>
    <message>
        <source>Why does this key fail?</source>
        <translation>Warum funktioniert er nicht?</translation>
    </message>
</context>
<context>
    <name>StoresDialog</name>
    <message>
        <source>Stores</source>
        <translation>Shops</translation>
    </message>
    <message>
        <source>No store yet. Add one, or import a list.</source>
        <translation>Noch kein Shop. Fügen Sie einen hinzu oder importieren Sie eine Liste.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Unlock this store first.</source>
        <translation>Entsperren Sie zuerst diesen Shop.</translation>
    </message>
    <message>
        <source>{store} copy</source>
        <translation>{store} – Kopie</translation>
    </message>
</context>
<context>
    <name>Submission</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht mehr warten</translation>
    </message>
</context>
<context>
    <name>SwitchButton</name>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing matches your search and filters.</source>
        <translation>Nichts entspricht Ihrer Suche und den Filtern.</translation>
    </message>
    <message>
        <source>Retrying automatically.</source>
        <translation>Wird automatisch wiederholt.</translation>
    </message>
    <message>
        <source>Showing data from {time}.</source>
        <translation>Stand der Daten: {time}.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>Stand: {time}</translation>
    </message>
    <message>
        <source>As of {time} · {loaded} of {count} loaded</source>
        <translation>Stand: {time} · {loaded} von {count} geladen</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TraceCounts</name>
    <message numerus="yes">
        <source>%Ln person/people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open invite(s)</source>
        <translation>
            <numerusform>%Ln offene Einladung</numerusform>
            <numerusform>%Ln offene Einladungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer than the leak</source>
        <translation>
            <numerusform>%Ln neuer als das Leak</numerusform>
            <numerusform>%Ln neuer als das Leak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made after the leak</source>
        <translation>
            <numerusform>%Ln nach dem Leak angelegter Schlüssel</numerusform>
            <numerusform>%Ln nach dem Leak angelegte Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made before the leak</source>
        <translation>
            <numerusform>%Ln vor dem Leak angelegter Schlüssel</numerusform>
            <numerusform>%Ln vor dem Leak angelegte Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer group(s)</source>
        <translation>
            <numerusform>%Ln Kundengruppe</numerusform>
            <numerusform>%Ln Kundengruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tax region(s)</source>
        <translation>
            <numerusform>%Ln Steuerregion</numerusform>
            <numerusform>%Ln Steuerregionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other record(s)</source>
        <translation>
            <numerusform>%Ln anderer Datensatz</numerusform>
            <numerusform>%Ln andere Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln after the leak</source>
        <translation>
            <numerusform>%Ln nach dem Leak</numerusform>
            <numerusform>%Ln nach dem Leak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) cannot be attributed</source>
        <translation>
            <numerusform>%Ln Schlüssel ist niemandem zuzuordnen</numerusform>
            <numerusform>%Ln Schlüssel sind niemandem zuzuordnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) cannot be attributed</source>
        <translation>
            <numerusform>%Ln Datensatz ist niemandem zuzuordnen</numerusform>
            <numerusform>%Ln Datensätze sind niemandem zuzuordnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) revoked by it, or given an end</source>
        <translation>
            <numerusform>%Ln Schlüssel von ihm widerrufen oder mit einem Ende versehen</numerusform>
            <numerusform>%Ln Schlüssel von ihm widerrufen oder mit einem Ende versehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) changed since the leak</source>
        <translation>
            <numerusform>%Ln seit dem Leak geänderter Schlüssel</numerusform>
            <numerusform>%Ln seit dem Leak geänderte Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) changed since this key was made</source>
        <translation>
            <numerusform>%Ln Schlüssel geändert, seit dieser Schlüssel angelegt wurde</numerusform>
            <numerusform>%Ln Schlüssel geändert, seit dieser Schlüssel angelegt wurde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ID(s) copied</source>
        <translation>
            <numerusform>%Ln ID kopiert</numerusform>
            <numerusform>%Ln IDs kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{read} of %Ln</source>
        <translation>
            <numerusform>{read} von %Ln</numerusform>
            <numerusform>{read} von %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>%Ln weiteren Eintrag anzeigen</numerusform>
            <numerusform>%Ln weitere Einträge anzeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke what it made… (%Ln new)</source>
        <translation>
            <numerusform>Widerrufen, was er angelegt hat… (%Ln neu)</numerusform>
            <numerusform>Widerrufen, was er angelegt hat… (%Ln neu)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made by it</source>
        <translation>
            <numerusform>%Ln von ihm angelegter Schlüssel</numerusform>
            <numerusform>%Ln von ihm angelegte Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new since the last preview</source>
        <translation>
            <numerusform>%Ln neu seit der letzten Vorschau</numerusform>
            <numerusform>%Ln neu seit der letzten Vorschau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln key(s) at once. Untick some; they come in the next round.</source>
        <translation>
            <numerusform>Höchstens %Ln Schlüssel auf einmal. Entfernen Sie einige Häkchen; sie kommen in der nächsten Runde.</numerusform>
            <numerusform>Höchstens %Ln Schlüssel auf einmal. Entfernen Sie einige Häkchen; sie kommen in der nächsten Runde.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceList</name>
    <message>
        <source>Copy IDs</source>
        <translation>IDs kopieren</translation>
    </message>
</context>
<context>
    <name>TurnOffCode</name>
    <message>
        <source>Turn off two-step sign-in</source>
        <translation>Anmeldung in zwei Schritten ausschalten</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>From your app, or a recovery code.</source>
        <translation>Aus Ihrer App, oder ein Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Turning off…</source>
        <translation>Wird ausgeschaltet…</translation>
    </message>
    <message>
        <source>This server wants a code for that.</source>
        <translation>Dieser Server verlangt dafür einen Code.</translation>
    </message>
    <message>
        <source>Enter the digits of the app&apos;s code, or a recovery code.</source>
        <translation>Geben Sie die Ziffern des Codes aus der App ein, oder einen Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Wrong code. Enter the one that the app shows now.</source>
        <translation>Falscher Code. Geben Sie den ein, den die App jetzt zeigt.</translation>
    </message>
    <message>
        <source>Stopped waiting. It may still be turned off.</source>
        <translation>Das Warten wurde beendet. Sie kann noch ausgeschaltet werden.</translation>
    </message>
</context>
<context>
    <name>TwoStepSection</name>
    <message>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation>Anmeldung in zwei Schritten</translation>
    </message>
    <message>
        <source>Set up two-step sign-in</source>
        <translation>Anmeldung in zwei Schritten einrichten</translation>
    </message>
    <message>
        <source>Make new recovery codes</source>
        <translation>Neue Wiederherstellungscodes erstellen</translation>
    </message>
    <message>
        <source>Turn off two-step sign-in</source>
        <translation>Anmeldung in zwei Schritten ausschalten</translation>
    </message>
    <message>
        <source>The unfinished set-up is removed first.</source>
        <translation>Die nicht beendete Einrichtung wird vorher entfernt.</translation>
    </message>
    <message>
        <source>The ones you have will stop working.</source>
        <translation>Ihre bisherigen gelten dann nicht mehr.</translation>
    </message>
    <message>
        <source>After that, the provider&apos;s page alone signs you in.</source>
        <translation>Zur Anmeldung genügt dann die Seite des Anbieters.</translation>
    </message>
    <message>
        <source>After that, your password alone signs you in.</source>
        <translation>Zur Anmeldung genügt dann Ihr Passwort.</translation>
    </message>
    <message>
        <source>The recovery codes were lost on their way and not seen. Make others.</source>
        <translation>Die Wiederherstellungscodes gingen unterwegs verloren und wurden nicht gezeigt. Erstellen Sie andere.</translation>
    </message>
    <message>
        <source>The old codes are dead and the new ones were not seen. Make others.</source>
        <translation>Die alten Codes sind tot, und die neuen wurden nicht gezeigt. Erstellen Sie andere.</translation>
    </message>
    <message>
        <source>Two-step sign-in is on, without recovery codes. {reason}</source>
        <translation>Die Anmeldung in zwei Schritten ist eingeschaltet, aber ohne Wiederherstellungscodes. {reason}</translation>
    </message>
    <message>
        <source>The recovery codes are hidden since the lock. If you have not saved them, make others.</source>
        <translation>Die Wiederherstellungscodes sind seit der Sperre verborgen. Wenn Sie sie nicht gespeichert haben, erstellen Sie andere.</translation>
    </message>
    <message>
        <source>Two-step sign-in is off</source>
        <translation>Die Anmeldung in zwei Schritten ist ausgeschaltet</translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost, and two-step sign-in was still on at {time}.</source>
        <translation>Die Antwort des Shops ging verloren, und die Anmeldung in zwei Schritten war am {time} noch eingeschaltet.</translation>
    </message>
    <message>
        <source>Make other recovery codes…</source>
        <translation>Andere Wiederherstellungscodes erstellen…</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>Neue Wiederherstellungscodes…</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>Der Shop wird gefragt…</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Off. Your password alone signs you in.</source>
        <translation>Ausgeschaltet. Zur Anmeldung genügt Ihr Passwort.</translation>
    </message>
    <message>
        <source>A set-up was begun on {time} and not finished. It changes nothing.</source>
        <translation>Eine Einrichtung wurde am {time} begonnen und nicht beendet. Sie ändert nichts.</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>einem unbekannten Tag</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>Authenticator-App</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>Sessions that began before go on without a code until they end.</source>
        <translation>Sitzungen, die vorher begonnen haben, laufen ohne Code weiter, bis sie enden.</translation>
    </message>
    <message>
        <source>Sessions that began before go on without a code until they end. This one is one of them: sign out, and sign in again with a code.</source>
        <translation>Sitzungen, die vorher begonnen haben, laufen ohne Code weiter, bis sie enden. Diese gehört dazu: Melden Sie sich ab, und mit einem Code wieder an.</translation>
    </message>
    <message>
        <source>On. After the provider&apos;s page you are asked for a code from your app, or a recovery code.</source>
        <translation>Eingeschaltet. Nach der Seite des Anbieters werden Sie nach einem Code aus Ihrer App oder einem Wiederherstellungscode gefragt.</translation>
    </message>
    <message>
        <source>On. After your password you are asked for a code from your app, or a recovery code.</source>
        <translation>Eingeschaltet. Nach Ihrem Passwort werden Sie nach einem Code aus Ihrer App oder einem Wiederherstellungscode gefragt.</translation>
    </message>
    <message>
        <source>Off. The provider&apos;s page alone signs you in.</source>
        <translation>Ausgeschaltet. Zur Anmeldung genügt die Seite des Anbieters.</translation>
    </message>
</context>
<context>
    <name>UnprovenRevokes</name>
    <message>
        <source>Open leak desk</source>
        <translation>Leak-Desk öffnen</translation>
    </message>
    <message>
        <source>A revoke was not proven</source>
        <translation>Ein Widerruf wurde nicht bewiesen</translation>
    </message>
    <message>
        <source>“{title}” ({redacted}) in {store}: revoked at {when}, but nothing has shown that the key is refused.</source>
        <translation>„{title}“ ({redacted}) in {store}: widerrufen um {when}, aber nichts hat gezeigt, dass der Schlüssel abgelehnt wird.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Check “{title}”</source>
        <translation>„{title}“ prüfen</translation>
    </message>
    <message>
        <source>It still works</source>
        <translation>Er funktioniert noch</translation>
    </message>
    <message>
        <source>“{title}” ({redacted}) in {store} is not revoked. Revoke it again.</source>
        <translation>„{title}“ ({redacted}) in {store} ist nicht widerrufen. Widerrufen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>Revoked, as its record shows</source>
        <translation>Widerrufen, wie sein Datensatz zeigt</translation>
    </message>
    <message>
        <source>“{title}” ({redacted}) in {store}. Paste the key again to prove that it is refused.</source>
        <translation>„{title}“ ({redacted}) in {store}. Fügen Sie den Schlüssel noch einmal ein, um zu beweisen, dass er abgelehnt wird.</translation>
    </message>
    <message>
        <source>Its record no longer exists</source>
        <translation>Sein Datensatz existiert nicht mehr</translation>
    </message>
    <message>
        <source>“{title}” ({redacted}) was deleted in {store} and no longer works.</source>
        <translation>„{title}“ ({redacted}) wurde in {store} gelöscht und funktioniert nicht mehr.</translation>
    </message>
</context>
<context>
    <name>UnsettledKeys</name>
    <message>
        <source>Whether it still works could not be checked.</source>
        <translation>Ob er noch funktioniert, ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>The key is active.</source>
        <translation>Der Schlüssel ist aktiv.</translation>
    </message>
    <message>
        <source>The key works until {when}.</source>
        <translation>Der Schlüssel gilt bis {when}.</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>I have saved this key</source>
        <translation>Ich habe diesen Schlüssel gespeichert</translation>
    </message>
    <message>
        <source>Set its end…</source>
        <translation>Ende setzen…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>“{title}” may have been created</source>
        <translation>„{title}“ wurde vielleicht angelegt</translation>
    </message>
    <message>
        <source>Keep without an end</source>
        <translation>Ohne Ende behalten</translation>
    </message>
    <message>
        <source>“{title}” has no end yet</source>
        <translation>„{title}“ hat noch kein Ende</translation>
    </message>
    <message>
        <source>“{title}” may not have been saved</source>
        <translation>„{title}“ wurde vielleicht nicht gespeichert</translation>
    </message>
    <message>
        <source>It was to end on {when}, and has no end yet.</source>
        <translation>Er sollte am {when} enden und hat noch kein Ende.</translation>
    </message>
    <message>
        <source>It was to end on {when}.</source>
        <translation>Er sollte am {when} enden.</translation>
    </message>
    <message>
        <source>It was created at {when} in {store} ({environment}).</source>
        <translation>Angelegt in {store} ({environment}), {when}.</translation>
    </message>
    <message>
        <source>{store} ({environment}) didn&apos;t answer at {when}, so its secret never reached this computer.</source>
        <translation>{store} ({environment}) hat nicht geantwortet ({when}). Das Geheimnis des Schlüssels ist nie auf diesem Computer angekommen.</translation>
    </message>
    <message>
        <source>It was created at {when} in {store} ({environment}), copied, and never confirmed as saved.</source>
        <translation>Angelegt in {store} ({environment}), {when}. Er wurde kopiert, aber nie als gespeichert bestätigt.</translation>
    </message>
    <message>
        <source>It was created at {when} in {store} ({environment}), shown, and never confirmed as saved.</source>
        <translation>Angelegt in {store} ({environment}), {when}. Er wurde angezeigt, aber nie als gespeichert bestätigt.</translation>
    </message>
    <message>
        <source>It was created at {when} in {store} ({environment}), but neither shown nor copied, so nobody has it.</source>
        <translation>Angelegt in {store} ({environment}), {when}. Er wurde weder angezeigt noch kopiert; niemand hat ihn.</translation>
    </message>
    <message>
        <source>Resolve “{title}”</source>
        <translation>„{title}“ klären</translation>
    </message>
</context>
<context>
    <name>VerificationPanel</name>
    <message>
        <source>Verification code</source>
        <translation>Bestätigungscode</translation>
    </message>
    <message>
        <source>Verify your email</source>
        <translation>E-Mail-Adresse bestätigen</translation>
    </message>
    <message>
        <source>The store was asked just now to send a code to {email}.</source>
        <translation>Der Shop wurde eben gebeten, einen Code an {email} zu schicken.</translation>
    </message>
    <message>
        <source>This store lets you in once {email} is verified. It has sent a code.</source>
        <translation>Dieser Shop lässt Sie ein, sobald {email} bestätigt ist. Er hat einen Code geschickt.</translation>
    </message>
    <message>
        <source>This store lets you in once {email} is verified. Have a code sent, and enter it here.</source>
        <translation>Dieser Shop lässt Sie ein, sobald {email} bestätigt ist. Lassen Sie sich einen Code schicken, und geben Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>If no mail comes, ask whoever runs the store.</source>
        <translation>Wenn keine Mail kommt, fragen Sie, wer den Shop betreibt.</translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation>Code noch einmal schicken</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>Code schicken</translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation>Geben Sie den Code ein.</translation>
    </message>
    <message>
        <source>This code has expired. Have another one sent.</source>
        <translation>Dieser Code ist abgelaufen. Lassen Sie sich einen neuen schicken.</translation>
    </message>
    <message>
        <source>Wrong code, or it was used before. Only the newest one works.</source>
        <translation>Falscher oder schon benutzter Code. Nur der neueste gilt.</translation>
    </message>
</context>
<context>
    <name>ViewStore</name>
    <message>
        <source>What storefronts get with “{title}”</source>
        <translation>Was Storefronts mit „{title}“ erhalten</translation>
    </message>
    <message>
        <source>View store</source>
        <translation>Shop ansehen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asked as a storefront asks: with this key, without your session.</source>
        <translation>So gefragt, wie eine Storefront fragt: mit diesem Schlüssel, ohne Ihre Sitzung.</translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation>Der Shop wird gefragt…</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>First products</source>
        <translation>Erste Produkte</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>It was revoked, has ended, or was deleted.</source>
        <translation>Er wurde widerrufen oder gelöscht, oder er ist abgelaufen.</translation>
    </message>
    <message>
        <source>Nothing: the store refuses this key.</source>
        <translation>Nichts: Der Shop lehnt diesen Schlüssel ab.</translation>
    </message>
    <message>
        <source>The key has no sales channel. The store answers every request for products with an error until the key gets one.</source>
        <translation>Der Schlüssel hat keinen Vertriebskanal. Bis er einen bekommt, beantwortet der Shop jede Anfrage nach Produkten mit einem Fehler.</translation>
    </message>
    <message>
        <source>Neither regions nor products.</source>
        <translation>Weder Regionen noch Produkte.</translation>
    </message>
    <message>
        <source>Regions, but no products.</source>
        <translation>Regionen, aber keine Produkte.</translation>
    </message>
    <message>
        <source>No published product is in the sales channels of this key.</source>
        <translation>In den Vertriebskanälen dieses Schlüssels ist kein veröffentlichtes Produkt.</translation>
    </message>
    <message>
        <source>Without a region, products have no prices.</source>
        <translation>Ohne Region haben Produkte keine Preise.</translation>
    </message>
    <message>
        <source>Products, but no region.</source>
        <translation>Produkte, aber keine Region.</translation>
    </message>
    <message>
        <source>Regions and products: this key works.</source>
        <translation>Regionen und Produkte: Dieser Schlüssel funktioniert.</translation>
    </message>
    <message>
        <source>Not everything could be asked.</source>
        <translation>Nicht alles konnte erfragt werden.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>{region} ({currency})</source>
        <translation>{region} ({currency})</translation>
    </message>
</context>
<context>
    <name>Well</name>
    <message>
        <source>What leaked?</source>
        <translation>Was wurde geleakt?</translation>
    </message>
    <message>
        <source>Paste a key, an .env file, a log, a chat or a scanner&apos;s report with Ctrl+V, or drop it here. The text itself is not shown and not kept.</source>
        <translation>Fügen Sie einen Schlüssel, eine .env-Datei, ein Log, einen Chat oder den Bericht eines Scanners mit Strg+V ein, oder ziehen Sie ihn hierher. Der Text selbst wird weder gezeigt noch behalten.</translation>
    </message>
    <message>
        <source>Paste from clipboard</source>
        <translation>Aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>Text zeigen</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Drop one file at a time.</source>
        <translation>Ziehen Sie nur eine Datei auf einmal hierher.</translation>
    </message>
    <message>
        <source>Nothing can be typed here. Paste with Ctrl+V, or choose a file.</source>
        <translation>Hier lässt sich nichts tippen. Fügen Sie mit Strg+V ein, oder wählen Sie eine Datei.</translation>
    </message>
</context>
<context>
    <name>WhatItDid</name>
    <message>
        <source>What “{title}” did</source>
        <translation>Was „{title}“ getan hat</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Revoke what it made…</source>
        <translation>Widerrufen, was er angelegt hat…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing new since the look before.</source>
        <translation>Nichts Neues seit dem vorigen Nachsehen.</translation>
    </message>
    <message>
        <source>Stopped. What is shown is the look before.</source>
        <translation>Angehalten. Gezeigt wird das vorige Nachsehen.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is shown of what was read.</source>
        <translation>Angehalten. Von dem, was gelesen wurde, wird nichts gezeigt.</translation>
    </message>
    <message>
        <source>Another run is under way in this store. Wait until it has ended, or stop it above the list of keys.</source>
        <translation>In diesem Shop läuft noch ein anderer Durchlauf. Warten Sie, bis er beendet ist, oder halten Sie ihn über der Liste der Schlüssel an.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation>Wählen Sie zuerst eine Zeile aus</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Mein Konto</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation>Leak-Desk</translation>
    </message>
    <message>
        <source>Go on with a rotation</source>
        <translation>Mit einer Rotation fortfahren</translation>
    </message>
</context>
<context>
    <name>WriteToFile</name>
    <message>
        <source>Write to a file</source>
        <translation>In eine Datei schreiben</translation>
    </message>
    <message>
        <source>e.g. /srv/shop/.env</source>
        <translation>z. B. /srv/shop/.env</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write the key</source>
        <translation>Schlüssel schreiben</translation>
    </message>
    <message>
        <source>Sets one variable in a file such as .env. All else in it stays as it is.</source>
        <translation>Setzt eine Variable in einer Datei wie .env. Alles andere darin bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>A new file, which only you can read.</source>
        <translation>Eine neue Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>This is a link. The file that it points to is changed: {file}</source>
        <translation>Das ist eine Verknüpfung. Geändert wird die Datei, auf die sie zeigt: {file}</translation>
    </message>
    <message>
        <source>This changes in the file. Values are hidden.</source>
        <translation>Das ändert sich in der Datei. Werte sind verborgen.</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more like this</source>
        <translation>
            <numerusform>%Ln weitere dieser Art</numerusform>
            <numerusform>%Ln weitere dieser Art</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Created {when}</source>
        <translation>Angelegt: {when}</translation>
    </message>
</context>
<context>
    <name>_Change</name>
    <message>
        <source>Removed: {line}</source>
        <translation>Entfernt: {line}</translation>
    </message>
    <message>
        <source>Added: {line}</source>
        <translation>Hinzugefügt: {line}</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>_Rest</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger anzeigen</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Asking the store…</source>
        <translation>Der Shop wird gefragt…</translation>
    </message>
</context>
<context>
    <name>addresses</name>
    <message>
        <source>Careful: this name mixes alphabets, a common trick. It looks like “{read}” but is really {written}.</source>
        <translation>Vorsicht: Dieser Name mischt Alphabete, ein gängiger Trick. Er sieht aus wie „{read}“, ist aber in Wirklichkeit {written}.</translation>
    </message>
    <message>
        <source>This name looks like “{read}” and is really {written}. Letters of other alphabets can imitate the ones you expect.</source>
        <translation>Dieser Name sieht aus wie „{read}“ und ist in Wirklichkeit {written}. Buchstaben anderer Alphabete können die erwarteten nachahmen.</translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message>
        <source>{action} ({keys})</source>
        <translation>{action} ({keys})</translation>
    </message>
</context>
<context>
    <name>calendar_file</name>
    <message>
        <source>Save calendar file</source>
        <translation>Kalenderdatei speichern</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
    <message>
        <source>Calendar file saved as {file}</source>
        <translation>Kalenderdatei gespeichert als {file}</translation>
    </message>
    <message>
        <source>Open it with your calendar. If an end is moved later, save a new file.</source>
        <translation>Öffnen Sie sie mit Ihrem Kalender. Wird ein Ende später verschoben, speichern Sie eine neue Datei.</translation>
    </message>
    <message>
        <source>API key “{title}” of {store} ends</source>
        <translation>API-Schlüssel „{title}“ von {store} endet</translation>
    </message>
    <message>
        <source>API key {redacted} ends</source>
        <translation>API-Schlüssel {redacted} endet</translation>
    </message>
    <message>
        <source>It stops working then. Medusa Console can move its end.</source>
        <translation>Dann funktioniert er nicht mehr. Medusa Console kann sein Ende verschieben.</translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>{name} (disabled)</source>
        <translation>{name} (deaktiviert)</translation>
    </message>
</context>
<context>
    <name>colleagues</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Invite expired</source>
        <translation>Einladung abgelaufen</translation>
    </message>
    <message>
        <source>Invited until {time}</source>
        <translation>Eingeladen bis {time}</translation>
    </message>
    <message>
        <source>Send this invite to {email}</source>
        <translation>Senden Sie diese Einladung an {email}</translation>
    </message>
    <message>
        <source>You are invited to {store} as {email}. Until {time}, choose “Accept invite” on the sign-in page of Medusa Console for {origin}, and paste this:
{secret}</source>
        <translation>Sie sind als {email} zu {store} eingeladen. Wählen Sie bis {time} auf der Anmeldeseite von Medusa Console für {origin} „Einladung annehmen“, und fügen Sie dies ein:
{secret}</translation>
    </message>
    <message>
        <source>You are invited to {store} as {email}. Open this link before {time} and choose a password:
{secret}</source>
        <translation>Sie sind als {email} zu {store} eingeladen. Öffnen Sie vor {time} diesen Link, und wählen Sie ein Passwort:
{secret}</translation>
    </message>
    <message>
        <source>Send this to {who}</source>
        <translation>Senden Sie dies an {who}</translation>
    </message>
    <message>
        <source>Whoever has this becomes {who}: it sets a new password, once, until {time}.</source>
        <translation>Wer das hat, wird zu {who}: Es setzt ein neues Passwort, einmal, bis {time}.</translation>
    </message>
    <message>
        <source>Set a new password for {email} at {store}. Until {time}, choose “Forgot password?” on the sign-in page of Medusa Console for {origin}, and paste this:
{secret}</source>
        <translation>Setzen Sie ein neues Passwort für {email} bei {store}. Wählen Sie bis {time} auf der Anmeldeseite von Medusa Console für {origin} „Passwort vergessen?“, und fügen Sie dies ein:
{secret}</translation>
    </message>
    <message>
        <source>Set a new password for {email} at {store}. Open this link before {time}:
{secret}</source>
        <translation>Setzen Sie ein neues Passwort für {email} bei {store}. Öffnen Sie vor {time} diesen Link:
{secret}</translation>
    </message>
    <message>
        <source>Whoever has this can join {store}, also with another email than {email}, once, until {time}.</source>
        <translation>Wer das hat, kann {store} beitreten, auch mit einer anderen E-Mail-Adresse als {email}, einmal, bis {time}.</translation>
    </message>
    <message>
        <source>Deleted role</source>
        <translation>Gelöschte Rolle</translation>
    </message>
    <message>
        <source>Copy the message and send it: Medusa mails it only where the shop has set that up. It can&apos;t be seen again after closing; “Resend invite…” makes another, and this one stops working.</source>
        <translation>Kopieren Sie die Nachricht und senden Sie sie: Medusa verschickt sie nur, wo der Shop das eingerichtet hat. Nach dem Schließen ist sie nicht mehr zu sehen; „Einladung neu senden…“ erstellt eine andere, und diese funktioniert dann nicht mehr.</translation>
    </message>
    <message>
        <source>Copy the message and send it: Medusa mails it only where the shop has set that up. It can&apos;t be seen again after closing. Sessions that are open stay open, and a second factor stays as it is.</source>
        <translation>Kopieren Sie die Nachricht und senden Sie sie: Medusa verschickt sie nur, wo der Shop das eingerichtet hat. Nach dem Schließen ist sie nicht mehr zu sehen. Offene Sitzungen bleiben offen, und ein zweiter Faktor bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Host not found.</source>
        <translation>Host nicht gefunden.</translation>
    </message>
    <message>
        <source>Connection refused.</source>
        <translation>Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>No answer in {seconds:g} s.</source>
        <translation>Keine Antwort innerhalb von {seconds:g} s.</translation>
    </message>
    <message>
        <source>No network connection.</source>
        <translation>Keine Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>The connection was lost before the store answered.</source>
        <translation>Die Verbindung ist abgebrochen, bevor der Shop geantwortet hat.</translation>
    </message>
    <message>
        <source>The proxy can&apos;t be reached, or blocked the request.</source>
        <translation>Der Proxy ist nicht erreichbar oder hat die Anfrage blockiert.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting can&apos;t be used.</source>
        <translation>Die Proxy-Einstellung dieses Computers kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting names a SOCKS proxy. Only HTTP proxies can be used.</source>
        <translation>In den Proxy-Einstellungen dieses Computers steht ein SOCKS-Proxy. Nur HTTP-Proxys können verwendet werden.</translation>
    </message>
    <message>
        <source>The proxy requires {kinds} sign-in, which Medusa Console doesn&apos;t support.</source>
        <translation>Der Proxy verlangt eine Anmeldung per {kinds}, die Medusa Console nicht unterstützt.</translation>
    </message>
    <message>
        <source>The proxy requires a valid user name and password.</source>
        <translation>Der Proxy verlangt einen gültigen Benutzernamen und ein gültiges Passwort.</translation>
    </message>
    <message>
        <source>Your password was not sent.</source>
        <translation>Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Ask its administrator for a sign-in with user name and password (Basic), or for a way to the store without the proxy.</source>
        <translation>Bitten Sie seinen Administrator um eine Anmeldung mit Benutzername und Passwort (Basic) oder um einen Weg zum Shop ohne Proxy.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s proxy setting, and the network.</source>
        <translation>Prüfen Sie die Proxy-Einstellung dieses Computers und das Netzwerk.</translation>
    </message>
    <message>
        <source>Enter them in this computer&apos;s proxy setting, or choose another proxy for the store.</source>
        <translation>Tragen Sie beides in die Proxy-Einstellung dieses Computers ein oder wählen Sie einen anderen Proxy für den Shop.</translation>
    </message>
    <message>
        <source>Check the proxy in the store&apos;s settings, and the network.</source>
        <translation>Prüfen Sie den Proxy in den Einstellungen des Shops und das Netzwerk.</translation>
    </message>
    <message>
        <source>Correct {name}, or choose another proxy for the store.</source>
        <translation>Korrigieren Sie {name} oder wählen Sie einen anderen Proxy für den Shop.</translation>
    </message>
    <message>
        <source>Correct it, or choose another proxy for the store.</source>
        <translation>Korrigieren Sie sie oder wählen Sie einen anderen Proxy für den Shop.</translation>
    </message>
    <message>
        <source>Choose “Edit store…” and enter them under “Advanced”.</source>
        <translation>Wählen Sie „Shop bearbeiten…“ und tragen Sie beides unter „Erweitert“ ein.</translation>
    </message>
    <message>
        <source>Check the address, network or VPN.</source>
        <translation>Prüfen Sie Adresse, Netzwerk oder VPN.</translation>
    </message>
    <message>
        <source>Can&apos;t reach {host}</source>
        <translation>{host} ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The server showed a certificate for another name.</source>
        <translation>Der Server hat ein Zertifikat für einen anderen Namen vorgelegt.</translation>
    </message>
    <message>
        <source>The server showed a certificate from an issuer that this computer doesn&apos;t know.</source>
        <translation>Der Server hat ein Zertifikat von einem Aussteller vorgelegt, den dieser Computer nicht kennt.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet. Check this computer&apos;s clock.</source>
        <translation>Das Zertifikat des Servers ist noch nicht gültig. Prüfen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The server&apos;s encryption is too old to be safe.</source>
        <translation>Die Verschlüsselung des Servers ist zu alt, um sicher zu sein.</translation>
    </message>
    <message>
        <source>This port uses http, not https. Check the address.</source>
        <translation>Dieser Port spricht http, nicht https. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted.</source>
        <translation>Das Zertifikat des Servers wurde nicht akzeptiert.</translation>
    </message>
    <message>
        <source>Someone may be intercepting the connection, or the address is wrong. Nothing was sent. Ask whoever runs the store. If its certificate comes from a private authority, choose “Edit store…” and enter the authority&apos;s CA certificate under “Advanced”. There is no other way.</source>
        <translation>Vielleicht liest jemand die Verbindung mit, oder die Adresse ist falsch. Es wurde nichts gesendet. Fragen Sie die Betreiber des Shops. Stammt das Zertifikat von einer privaten Zertifizierungsstelle, wählen Sie „Shop bearbeiten…“ und geben Sie unter „Erweitert“ deren CA-Zertifikat an. Einen anderen Weg gibt es nicht.</translation>
    </message>
    <message>
        <source>Someone may be intercepting the connection, or the address is wrong. Nothing was sent. Ask whoever runs the store. There is no way to skip this.</source>
        <translation>Vielleicht liest jemand die Verbindung mit, oder die Adresse ist falsch. Es wurde nichts gesendet. Fragen Sie die Betreiber des Shops. Diese Prüfung lässt sich nicht überspringen.</translation>
    </message>
    <message>
        <source>This may not be {host}</source>
        <translation>Das ist vielleicht nicht {host}</translation>
    </message>
    <message>
        <source>The server redirects to {target}</source>
        <translation>Der Server leitet auf {target} um</translation>
    </message>
    <message>
        <source>If that is correct, change the store&apos;s address.</source>
        <translation>Wenn das stimmt, ändern Sie die Adresse des Shops.</translation>
    </message>
    <message>
        <source>Too many requests for a server in front of the store</source>
        <translation>Zu viele Anfragen für einen Server vor dem Shop</translation>
    </message>
    <message>
        <source>A server in front of the store answered ({status})</source>
        <translation>Ein Server vor dem Shop hat geantwortet ({status})</translation>
    </message>
    <message>
        <source>There is a firewall or proxy between this computer and {host}. Ask its administrator, then try again.</source>
        <translation>Zwischen diesem Computer und {host} steht eine Firewall oder ein Proxy. Fragen Sie deren Administrator und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The store doesn&apos;t know this request</source>
        <translation>Der Shop kennt diese Anfrage nicht</translation>
    </message>
    <message>
        <source>{host} may run a Medusa version that this program doesn&apos;t know, or a gateway in front of it blocks some requests.</source>
        <translation>Vielleicht läuft auf {host} eine Medusa-Version, die dieses Programm nicht kennt, oder ein Gateway davor blockiert manche Anfragen.</translation>
    </message>
    <message>
        <source>Can&apos;t read the answer of {host}</source>
        <translation>Die Antwort von {host} ist nicht lesbar</translation>
    </message>
    <message>
        <source>Its header line “{value}” is not allowed in HTTP.</source>
        <translation>Ihre Kopfzeile „{value}“ ist in HTTP nicht erlaubt.</translation>
    </message>
    <message>
        <source>It is encoded as “{value}”, which Medusa Console doesn&apos;t support.</source>
        <translation>Sie ist als „{value}“ kodiert, was Medusa Console nicht unterstützt.</translation>
    </message>
    <message>
        <source>It is compressed (“{value}”), but the compressed data is damaged.</source>
        <translation>Sie ist komprimiert („{value}“), aber die komprimierten Daten sind beschädigt.</translation>
    </message>
    <message>
        <source>It arrives in thousands of tiny pieces.</source>
        <translation>Sie kommt in Tausenden winziger Stücke an.</translation>
    </message>
    <message>
        <source>Ask whoever runs the store, or a proxy in front of it, to fix that.</source>
        <translation>Bitten Sie die Betreiber des Shops oder eines Proxys davor, das zu beheben.</translation>
    </message>
    <message>
        <source>The answer of {host} is too large</source>
        <translation>Die Antwort von {host} ist zu groß</translation>
    </message>
    <message>
        <source>Reading stopped after {size}, to protect this computer.</source>
        <translation>Nach {size} wurde das Lesen abgebrochen, um diesen Computer zu schützen.</translation>
    </message>
    <message>
        <source>This address is not a Medusa server</source>
        <translation>Unter dieser Adresse läuft kein Medusa-Server</translation>
    </message>
    <message>
        <source>{host} answered with a web page. It may be the storefront&apos;s address, or a Wi-Fi sign-in page.</source>
        <translation>{host} hat mit einer Webseite geantwortet. Vielleicht ist es die Adresse der Storefront oder die Anmeldeseite eines WLANs.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>It may or may not have happened. Check before you try again. {reason}</source>
        <translation>Vielleicht wurde es ausgeführt, vielleicht nicht. Sehen Sie nach, bevor Sie es noch einmal versuchen. {reason}</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Etwas Unerwartetes ist passiert</translation>
    </message>
    <message>
        <source>You can keep working. If it happens again, send us the details.</source>
        <translation>Sie können weiterarbeiten. Wenn es wieder passiert, schicken Sie uns die Details.</translation>
    </message>
    <message>
        <source>Wrong password. It is case-sensitive.</source>
        <translation>Falsches Passwort. Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>Sie sind nicht angemeldet</translation>
    </message>
    <message>
        <source>Email and password are correct, but they don&apos;t belong to an admin account. There may be an invite that was never accepted.</source>
        <translation>E-Mail-Adresse und Passwort stimmen, gehören aber zu keinem Admin-Konto. Vielleicht wurde eine Einladung nie angenommen.</translation>
    </message>
    <message>
        <source>This is a customer&apos;s sign-in. Use an admin&apos;s email instead.</source>
        <translation>Das ist der Zugang eines Kunden. Verwenden Sie die E-Mail-Adresse eines Admins.</translation>
    </message>
    <message>
        <source>Email and password are correct, but they don&apos;t belong to a customer.</source>
        <translation>E-Mail-Adresse und Passwort stimmen, gehören aber zu keinem Kunden.</translation>
    </message>
    <message>
        <source>The server accepted the password, but sent no session that can be used.</source>
        <translation>Der Server hat das Passwort angenommen, aber keine brauchbare Sitzung gesendet.</translation>
    </message>
    <message>
        <source>Wrong email or password. Both are case-sensitive.</source>
        <translation>E-Mail-Adresse oder Passwort falsch. Groß- und Kleinschreibung zählt bei beiden.</translation>
    </message>
    <message>
        <source>Wrong code</source>
        <translation>Falscher Code</translation>
    </message>
    <message>
        <source>This code came too late</source>
        <translation>Dieser Code kam zu spät</translation>
    </message>
    <message>
        <source>Sign in again, and enter a new code.</source>
        <translation>Melden Sie sich erneut an, und geben Sie einen neuen Code ein.</translation>
    </message>
    <message>
        <source>The store didn&apos;t accept this token</source>
        <translation>Der Shop hat dieses Token nicht angenommen</translation>
    </message>
    <message>
        <source>It was used already, a newer one has replaced it, it has expired, or it belongs to another store.</source>
        <translation>Es wurde schon verwendet, ein neueres hat es ersetzt, es ist abgelaufen, oder es gehört zu einem anderen Shop.</translation>
    </message>
    <message>
        <source>This email is taken</source>
        <translation>Diese E-Mail-Adresse ist schon vergeben</translation>
    </message>
    <message>
        <source>Someone already signs in with it.</source>
        <translation>Jemand meldet sich schon damit an.</translation>
    </message>
    <message>
        <source>The store rejected this publishable key</source>
        <translation>Der Shop hat diesen veröffentlichbaren Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>It may have been revoked. Choose another key.</source>
        <translation>Vielleicht wurde er widerrufen. Wählen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>This key has no sales channel</source>
        <translation>Dieser Schlüssel hat keinen Vertriebskanal</translation>
    </message>
    <message>
        <source>The store refuses it every request for products.</source>
        <translation>Der Shop lehnt jede Anfrage nach Produkten damit ab.</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>Ihre Sitzung ist abgelaufen</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again.</source>
        <translation>Es wurde nichts geändert. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>A second factor is needed</source>
        <translation>Ein zweiter Faktor ist nötig</translation>
    </message>
    <message>
        <source>The store sends whoever signs in with a password to a provider&apos;s page. Choose “Continue with…” instead, if the store offers it.</source>
        <translation>Der Shop schickt alle, die sich mit einem Passwort anmelden, auf die Seite eines Anbieters. Wählen Sie stattdessen „Weiter mit…“, wenn der Shop das anbietet.</translation>
    </message>
    <message>
        <source>Your role allows this now</source>
        <translation>Ihre Rolle erlaubt das jetzt</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>Es wurde nichts geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your role needs the permission {permissions}. After an admin grants it, try again. You are still signed in.</source>
        <translation>Ihrer Rolle fehlt die Berechtigung {permissions}. Sobald ein Admin sie erteilt hat, versuchen Sie es noch einmal. Sie sind weiterhin angemeldet.</translation>
    </message>
    <message>
        <source>Your account was deleted</source>
        <translation>Ihr Konto wurde gelöscht</translation>
    </message>
    <message>
        <source>If you are stopping an attack, do not sign out: you cannot sign in again, but this session still works until {time}.</source>
        <translation>Falls Sie gerade einen Angriff abwehren, melden Sie sich nicht ab: Eine neue Anmeldung ist nicht möglich, diese Sitzung funktioniert aber noch bis {time}.</translation>
    </message>
    <message>
        <source>This no longer exists</source>
        <translation>Das gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Someone may have deleted it.</source>
        <translation>Vielleicht hat es jemand gelöscht.</translation>
    </message>
    <message>
        <source>Changed by someone else</source>
        <translation>Von jemand anderem geändert</translation>
    </message>
    <message>
        <source>Refresh and check again.</source>
        <translation>Aktualisieren Sie die Ansicht und prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>This can&apos;t be sent</source>
        <translation>Das kann nicht gesendet werden</translation>
    </message>
    <message>
        <source>The store didn&apos;t accept this</source>
        <translation>Der Shop hat das nicht angenommen</translation>
    </message>
    <message>
        <source>The store refused this</source>
        <translation>Der Shop hat das abgelehnt</translation>
    </message>
    <message>
        <source>The store says: {message}</source>
        <translation>Der Shop meldet: {message}</translation>
    </message>
    <message>
        <source>The proxy&apos;s password is still in the keyring</source>
        <translation>Das Passwort des Proxys liegt noch im Schlüsselbund</translation>
    </message>
    <message>
        <source>The session is still in the keyring</source>
        <translation>Die Sitzung liegt noch im Schlüsselbund</translation>
    </message>
    <message>
        <source>{reason} Delete the entries that begin with “{entry}” there.</source>
        <translation>{reason} Löschen Sie dort die Einträge, die mit „{entry}“ beginnen.</translation>
    </message>
    <message>
        <source>The proxy&apos;s password was not saved</source>
        <translation>Das Passwort des Proxys wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>{reason} Until it is, the proxy is used without it.</source>
        <translation>{reason} Bis dahin wird der Proxy ohne Passwort verwendet.</translation>
    </message>
    <message>
        <source>You will need your password next time</source>
        <translation>Beim nächsten Mal brauchen Sie Ihr Passwort</translation>
    </message>
    <message>
        <source>{reason} Your session ends when you close the program.</source>
        <translation>{reason} Ihre Sitzung endet, wenn Sie das Programm schließen.</translation>
    </message>
    <message>
        <source>This address can&apos;t be used</source>
        <translation>Diese Adresse kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>{store} is read-only on this computer</source>
        <translation>{store} ist auf diesem Computer schreibgeschützt</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The store&apos;s CA certificate can&apos;t be used</source>
        <translation>Das CA-Zertifikat des Shops kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>{reason} Nothing was sent. Choose “Edit store…” and look under “Advanced”.</source>
        <translation>{reason} Es wurde nichts gesendet. Wählen Sie „Shop bearbeiten…“ und sehen Sie unter „Erweitert“ nach.</translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be used</source>
        <translation>„{file}“ kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>{host} returned an error ({status})</source>
        <translation>{host} meldet einen Fehler ({status})</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Can&apos;t write to the data folder</source>
        <translation>Der Datenordner lässt sich nicht beschreiben</translation>
    </message>
    <message>
        <source>Another program, perhaps a backup, is using the journal in it. Close that program or wait, then try again. Until then no key is created, so that none can get lost.</source>
        <translation>Ein anderes Programm, vielleicht eine Datensicherung, verwendet gerade das Journal darin. Schließen Sie es oder warten Sie und versuchen Sie es dann noch einmal. Bis dahin wird kein Schlüssel angelegt, damit keiner verloren geht.</translation>
    </message>
    <message>
        <source>Free some space or check the folder&apos;s permissions. Until then no key is created, so that none can get lost.</source>
        <translation>Schaffen Sie Platz oder prüfen Sie die Zugriffsrechte des Ordners. Bis dahin wird kein Schlüssel angelegt, damit keiner verloren geht.</translation>
    </message>
    <message>
        <source>Your settings couldn&apos;t be saved</source>
        <translation>Ihre Einstellungen konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>They apply until you close the program. Check the data folder.</source>
        <translation>Sie gelten, bis Sie das Programm schließen. Prüfen Sie den Datenordner.</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>“{file}” was not read</source>
        <translation>„{file}“ wurde nicht gelesen</translation>
    </message>
    <message>
        <source>The text was not read</source>
        <translation>Der Text wurde nicht gelesen</translation>
    </message>
    <message>
        <source>Free some space or check the folder&apos;s permissions. No record is deleted before its receipt is on the disk.</source>
        <translation>Schaffen Sie Platz oder prüfen Sie die Zugriffsrechte des Ordners. Kein Datensatz wird gelöscht, bevor sein Beleg gespeichert ist.</translation>
    </message>
    <message>
        <source>The key was not written</source>
        <translation>Der Schlüssel wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>The command did not run</source>
        <translation>Der Befehl wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>Too many keys at once</source>
        <translation>Zu viele Schlüssel auf einmal</translation>
    </message>
    <message>
        <source>At most {most} can be selected. Narrow your search.</source>
        <translation>Höchstens {most} können ausgewählt werden. Grenzen Sie die Suche ein.</translation>
    </message>
    <message>
        <source>“{file}” was not written</source>
        <translation>„{file}“ wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>This email belongs to another account by now. Sign out, and sign in again.</source>
        <translation>Diese E-Mail-Adresse gehört inzwischen zu einem anderen Konto. Melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again with your password and a code.</source>
        <translation>Es wurde nichts geändert. Melden Sie sich mit Passwort und Code erneut an.</translation>
    </message>
    <message>
        <source>This account needs a kind of second factor that Medusa Console doesn&apos;t support. Sign in on the store&apos;s admin site.</source>
        <translation>Dieses Konto braucht eine Art von zweitem Faktor, die Medusa Console nicht unterstützt. Melden Sie sich auf der Admin-Seite des Shops an.</translation>
    </message>
    <message>
        <source>This server asks for a code, too</source>
        <translation>Dieser Server verlangt auch einen Code</translation>
    </message>
    <message>
        <source>Two-step sign-in is not available on this server</source>
        <translation>Die Anmeldung in zwei Schritten gibt es auf diesem Server nicht</translation>
    </message>
    <message>
        <source>It comes with Medusa 2.15.3 or newer, and this server doesn&apos;t have it.</source>
        <translation>Es gibt sie ab Medusa 2.15.3, und dieser Server hat sie nicht.</translation>
    </message>
    <message>
        <source>The server has no encryption key for it. Whoever runs the server sets it as mfa.encryption_key in the options of Medusa&apos;s auth module.</source>
        <translation>Dem Server fehlt der Schlüssel zum Verschlüsseln. Wer den Server betreibt, setzt ihn als mfa.encryption_key in den Optionen von Medusas Auth-Modul.</translation>
    </message>
    <message>
        <source>The address that the store gave for it isn&apos;t encrypted, or is no web address. Tell the store&apos;s admin.</source>
        <translation>Die Adresse, die der Shop dafür genannt hat, ist nicht verschlüsselt oder keine Webadresse. Sagen Sie es dem Admin des Shops.</translation>
    </message>
    <message>
        <source>Its address has no “state”, so a forged answer couldn&apos;t be told from a real one. Tell the store&apos;s admin.</source>
        <translation>Ihre Adresse enthält kein „state“; eine gefälschte Antwort wäre von einer echten nicht zu unterscheiden. Sagen Sie es dem Admin des Shops.</translation>
    </message>
    <message>
        <source>It wouldn&apos;t lead back to this program. Ask the store&apos;s admin to let the provider lead back to {pattern}.</source>
        <translation>Sie würde nicht zu diesem Programm zurückführen. Bitten Sie den Admin des Shops, dass der Anbieter zu {pattern} zurückführt.</translation>
    </message>
    <message>
        <source>This computer has no free port for the browser&apos;s answer</source>
        <translation>Auf diesem Computer ist kein Port für die Antwort des Browsers frei</translation>
    </message>
    <message>
        <source>Your browser couldn&apos;t be opened</source>
        <translation>Ihr Browser konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Choose a default browser in the system&apos;s settings.</source>
        <translation>Wählen Sie in den Einstellungen des Systems einen Standardbrowser.</translation>
    </message>
    <message>
        <source>A sign-in is waiting in your browser already</source>
        <translation>In Ihrem Browser wartet schon eine Anmeldung</translation>
    </message>
    <message>
        <source>Finish it there, or cancel it first.</source>
        <translation>Schließen Sie sie dort ab, oder brechen Sie sie erst ab.</translation>
    </message>
    <message>
        <source>The provider didn&apos;t sign you in</source>
        <translation>Der Anbieter hat Sie nicht angemeldet</translation>
    </message>
    <message>
        <source>It was cancelled or denied on the provider&apos;s page.</source>
        <translation>Die Anmeldung wurde auf der Seite des Anbieters abgebrochen oder abgelehnt.</translation>
    </message>
    <message>
        <source>No answer came from your browser</source>
        <translation>Aus Ihrem Browser kam keine Antwort</translation>
    </message>
    <message>
        <source>The provider isn&apos;t allowed to lead back to this program</source>
        <translation>Der Anbieter darf nicht zu diesem Programm zurückführen</translation>
    </message>
    <message>
        <source>The store&apos;s configuration names the addresses that it may lead back to (“allowed_callback_urls”). Medusa compares whole addresses, and this program&apos;s has another port each time. Ask the store&apos;s admin to leave that list out, and to register {pattern} with the provider.</source>
        <translation>Die Konfiguration des Shops nennt die Adressen, zu denen er zurückführen darf („allowed_callback_urls“). Medusa vergleicht ganze Adressen, und die dieses Programms hat jedes Mal einen anderen Port. Bitten Sie den Admin des Shops, diese Liste wegzulassen und beim Anbieter {pattern} einzutragen.</translation>
    </message>
    <message>
        <source>Try again. The store says: {message}</source>
        <translation>Versuchen Sie es noch einmal. Der Shop sagt: {message}</translation>
    </message>
    <message>
        <source>The store didn&apos;t accept the provider&apos;s answer</source>
        <translation>Der Shop hat die Antwort des Anbieters nicht angenommen</translation>
    </message>
    <message>
        <source>The provider&apos;s page was not opened</source>
        <translation>Die Seite des Anbieters wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>The store doesn&apos;t allow this</source>
        <translation>Der Shop erlaubt das nicht</translation>
    </message>
    <message>
        <source>Your account has no role in this store, or none that allows it. Ask an admin for one, then try again. You are still signed in.</source>
        <translation>Ihr Konto hat in diesem Shop keine Rolle oder keine, die es erlaubt. Bitten Sie einen Admin darum und versuchen Sie es dann erneut. Sie sind weiterhin angemeldet.</translation>
    </message>
    <message>
        <source>This store allows one secret key at a time</source>
        <translation>Dieser Shop erlaubt nur einen geheimen Schlüssel auf einmal</translation>
    </message>
    <message>
        <source>Medusa before 2.11 creates no secret key while another one works, also one that is to end. Revoke that key first: until the new one is in place, what uses it fails. From Medusa 2.11 on both can work.</source>
        <translation>Medusa vor 2.11 erstellt keinen geheimen Schlüssel, solange ein anderer funktioniert, auch wenn dieser bald endet. Widerrufen Sie zuerst diesen Schlüssel: Bis der neue eingesetzt ist, schlägt fehl, was ihn verwendet. Ab Medusa 2.11 können beide funktionieren.</translation>
    </message>
    <message>
        <source>The store doesn&apos;t change the end of this key</source>
        <translation>Der Shop ändert das Ende dieses Schlüssels nicht</translation>
    </message>
    <message>
        <source>Medusa before 2.11 ends a secret key neither sooner nor later once its end is set: it works until {time}. From Medusa 2.11 on it can be revoked at once; ask whoever runs the store.</source>
        <translation>Medusa vor 2.11 beendet einen geheimen Schlüssel weder früher noch später, sobald sein Ende gesetzt ist: Er funktioniert bis {time}. Ab Medusa 2.11 lässt er sich sofort widerrufen; fragen Sie, wer den Shop betreibt.</translation>
    </message>
    <message>
        <source>This email must be verified first. Sign in with email and password to have a code sent.</source>
        <translation>Diese E-Mail-Adresse muss zuerst bestätigt werden. Melden Sie sich mit E-Mail-Adresse und Passwort an, um einen Code zu erhalten.</translation>
    </message>
    <message>
        <source>No admin account belongs to this sign-in, and none was created or linked.</source>
        <translation>Zu dieser Anmeldung gehört kein Admin-Konto, und es wurde keines angelegt oder verbunden.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>If the page complained about the callback or redirect address, the store&apos;s admin must register {pattern} with the provider.</source>
        <translation>Falls die Seite die Callback- oder Weiterleitungsadresse bemängelt hat, muss der Admin des Shops beim Anbieter {pattern} eintragen.</translation>
    </message>
    <message>
        <source>Its codes have more than six digits, which can&apos;t be entered in Medusa Console. Nothing was set up. Whoever runs the server can have codes of six digits.</source>
        <translation>Seine Codes haben mehr als sechs Ziffern und lassen sich in Medusa Console nicht eingeben. Eingerichtet wurde nichts. Wer den Server betreibt, kann Codes mit sechs Ziffern einstellen.</translation>
    </message>
    <message>
        <source>There is no password to reset</source>
        <translation>Es gibt kein Passwort zum Zurücksetzen</translation>
    </message>
    <message>
        <source>No sign-in with a password belongs to the email of this account. A provider&apos;s page, or another email, opens it.</source>
        <translation>Zur E-Mail-Adresse dieses Kontos gehört keine Anmeldung mit Passwort. Es öffnet sich über die Seite eines Anbieters oder mit einer anderen E-Mail-Adresse.</translation>
    </message>
</context>
<context>
    <name>farewell</name>
    <message>
        <source>You are signed out of {store}</source>
        <translation>Sie sind nicht mehr bei {store} angemeldet</translation>
    </message>
    <message>
        <source>Your session was removed from this computer.</source>
        <translation>Ihre Sitzung wurde von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>Medusa can&apos;t end a session early: a copy of it would work until {time}.</source>
        <translation>Medusa kann eine Sitzung nicht vorzeitig beenden: Eine Kopie davon gilt noch bis {time}.</translation>
    </message>
    <message>
        <source>Your account at {store} no longer exists</source>
        <translation>Ihr Konto bei {store} gibt es nicht mehr</translation>
    </message>
    <message>
        <source>It was deleted there. Your session has ended.</source>
        <translation>Es wurde dort gelöscht. Ihre Sitzung ist beendet.</translation>
    </message>
</context>
<context>
    <name>forget</name>
    <message>
        <source>Medusa Console is using {folder}. Close it first.</source>
        <translation>Medusa Console benutzt {folder}. Schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>This keyring doesn&apos;t list its entries. Only those of the stores in the data folder are looked for. Keys that you saved in the keyring for other programs stay; their user name is {user}.</source>
        <translation>Dieser Schlüsselbund listet seine Einträge nicht auf. Gesucht werden nur die der Shops im Datenordner. Schlüssel, die Sie dort für andere Programme gespeichert haben, bleiben; ihr Benutzername ist {user}.</translation>
    </message>
    <message>
        <source>Nothing of Medusa Console was found in the keyring.</source>
        <translation>Im Schlüsselbund wurde nichts von Medusa Console gefunden.</translation>
    </message>
    <message>
        <source>Not deleted: {entry}. {why}</source>
        <translation>Nicht gelöscht: {entry}. {why}</translation>
    </message>
    <message>
        <source>Deleted: {what}.</source>
        <translation>Gelöscht: {what}.</translation>
    </message>
    <message>
        <source>In the keyring: {what}.</source>
        <translation>Im Schlüsselbund: {what}.</translation>
    </message>
    <message>
        <source>Programs that read these keys will no longer find them.</source>
        <translation>Programme, die diese Schlüssel lesen, finden sie dann nicht mehr.</translation>
    </message>
    <message>
        <source>Nobody can be asked here: add --yes to delete them.</source>
        <translation>Hier kann niemand gefragt werden: Ergänzen Sie --yes, um sie zu löschen.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Type “{yes}” to delete them: </source>
        <translation>Geben Sie „{yes}“ ein, um sie zu löschen: </translation>
    </message>
</context>
<context>
    <name>handOver</name>
    <message>
        <source>Enter the whole path, or choose the file.</source>
        <translation>Geben Sie den ganzen Pfad ein oder wählen Sie die Datei aus.</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation>Das ist ein Ordner. Ergänzen Sie den Namen der Datei.</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>Das ist keine normale Datei.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>This link points to a file that isn&apos;t there.</source>
        <translation>Diese Verknüpfung zeigt auf eine Datei, die es nicht gibt.</translation>
    </message>
    <message>
        <source>This file is larger than 1 MB, or longer than 10,000 lines.</source>
        <translation>Diese Datei ist größer als 1 MB oder länger als 10.000 Zeilen.</translation>
    </message>
    <message>
        <source>This file is not plain text (UTF-16, or it holds zero bytes).</source>
        <translation>Diese Datei ist kein einfacher Text (UTF-16, oder sie enthält Nullbytes).</translation>
    </message>
    <message>
        <source>This file is read-only.</source>
        <translation>Diese Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>This file belongs to another account.</source>
        <translation>Diese Datei gehört einem anderen Konto.</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to write to this folder or file.</source>
        <translation>Sie dürfen in diesen Ordner oder diese Datei nicht schreiben.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: {detail}.</source>
        <translation>Diese Datei kann nicht gelesen werden: {detail}.</translation>
    </message>
    <message>
        <source>The file has changed since it was read. Nothing was written. Check the change again.</source>
        <translation>Die Datei hat sich seit dem Lesen geändert. Es wurde nichts geschrieben. Prüfen Sie die Änderung noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was written: {detail}.</source>
        <translation>Es wurde nichts geschrieben: {detail}.</translation>
    </message>
    <message>
        <source>Lines {detail} set this variable. Remove one in the file, or use another name.</source>
        <translation>Die Zeilen {detail} setzen diese Variable. Entfernen Sie eine davon in der Datei oder nehmen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Use letters, digits and _ only, and start with a letter or _.</source>
        <translation>Verwenden Sie nur Buchstaben, Ziffern und _, am Anfang einen Buchstaben oder _.</translation>
    </message>
    <message>
        <source>Enter a command that reads the key.</source>
        <translation>Geben Sie einen Befehl ein, der den Schlüssel liest.</translation>
    </message>
    <message>
        <source>This command is too long.</source>
        <translation>Dieser Befehl ist zu lang.</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>That looks like a key. Leave it out: the command reads the key itself.</source>
        <translation>Das sieht nach einem Schlüssel aus. Lassen Sie ihn weg: Der Befehl liest den Schlüssel selbst.</translation>
    </message>
    <message>
        <source>“{detail}” needs a shell, and the command runs without one.</source>
        <translation>„{detail}“ braucht eine Shell, und der Befehl läuft ohne eine.</translation>
    </message>
    <message>
        <source>The command holds an invisible character.</source>
        <translation>Der Befehl enthält ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>Enter the program&apos;s name, or its whole path.</source>
        <translation>Geben Sie den Namen des Programms oder seinen ganzen Pfad ein.</translation>
    </message>
    <message>
        <source>There is no such program.</source>
        <translation>Dieses Programm gibt es nicht.</translation>
    </message>
    <message>
        <source>This file is not a program.</source>
        <translation>Diese Datei ist kein Programm.</translation>
    </message>
    <message>
        <source>It could not be started: {detail}.</source>
        <translation>Der Befehl konnte nicht gestartet werden: {detail}.</translation>
    </message>
    <message>
        <source>Git doesn&apos;t ignore this file. The key could be committed.</source>
        <translation>Git ignoriert diese Datei nicht. Der Schlüssel könnte in einen Commit geraten.</translation>
    </message>
    <message>
        <source>This folder belongs to a Git repository. Whether Git ignores the file could not be checked.</source>
        <translation>Dieser Ordner gehört zu einem Git-Repository. Ob Git die Datei ignoriert, konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>This folder is synchronized. The key would be copied to other computers.</source>
        <translation>Dieser Ordner wird synchronisiert. Der Schlüssel würde auf andere Computer kopiert.</translation>
    </message>
    <message>
        <source>Other accounts on this computer can read it.</source>
        <translation>Andere Konten auf diesem Computer können sie lesen.</translation>
    </message>
    <message>
        <source>The file has another name as well (a hard link), which won&apos;t get the key.</source>
        <translation>Die Datei hat noch einen anderen Namen (Hardlink), der den Schlüssel nicht bekommt.</translation>
    </message>
    <message>
        <source>The file is not UTF-8. Everything but the key stays as it is.</source>
        <translation>Die Datei ist nicht UTF-8. Alles außer dem Schlüssel bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>incident</name>
    <message>
        <source>Incident report: leaked Medusa API keys</source>
        <translation>Vorfallsbericht: geleakte API-Schlüssel von Medusa</translation>
    </message>
    <message>
        <source>Practice in the demo store. No real key has leaked.</source>
        <translation>Übung im Demo-Shop. Kein echter Schlüssel ist geleakt.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>What is not known</source>
        <translation>Was nicht bekannt ist</translation>
    </message>
    <message>
        <source>Roles (RBAC): on</source>
        <translation>Rollen (RBAC): an</translation>
    </message>
    <message>
        <source>Roles (RBAC): off</source>
        <translation>Rollen (RBAC): aus</translation>
    </message>
    <message>
        <source>Store: {store} ({environment}), {host}</source>
        <translation>Shop: {store} ({environment}), {host}</translation>
    </message>
    <message>
        <source>Pasted {pasted}, reported {made}</source>
        <translation>Eingefügt {pasted}, berichtet {made}</translation>
    </message>
    <message>
        <source>Account: {who}</source>
        <translation>Konto: {who}</translation>
    </message>
    <message>
        <source>All times are UTC, by the store&apos;s clock. This report tells of this store alone.</source>
        <translation>Alle Zeiten sind UTC, nach der Uhr des Shops. Dieser Bericht handelt nur von diesem Shop.</translation>
    </message>
    <message>
        <source>People are named, as was chosen when it was made.</source>
        <translation>Personen sind genannt, wie beim Erstellen gewählt.</translation>
    </message>
    <message>
        <source>People stand here by their IDs alone.</source>
        <translation>Für Personen stehen hier nur ihre IDs.</translation>
    </message>
    <message>
        <source>Revoke the keys that still work.</source>
        <translation>Widerrufen Sie die Schlüssel, die noch funktionieren.</translation>
    </message>
    <message>
        <source>Remove the keys from where they were found, also from older versions and from copies.</source>
        <translation>Entfernen Sie die Schlüssel von dort, wo sie gefunden wurden, auch aus älteren Versionen und aus Kopien.</translation>
    </message>
    <message>
        <source>Keep the records of these keys: they are the only evidence on the server of who revoked them and when.</source>
        <translation>Behalten Sie die Datensätze dieser Schlüssel: Sie sind der einzige Beleg auf dem Server dafür, wer sie wann widerrufen hat.</translation>
    </message>
    <message>
        <source>Look again later for what the keys did: whoever was let in with them may come back.</source>
        <translation>Sehen Sie später noch einmal nach, was mit den Schlüsseln getan wurde: Wer damit hereinkam, kann wiederkommen.</translation>
    </message>
    <message>
        <source>Everybody sets a new password: roles are off, so such a key could fetch the token that resets any admin&apos;s password, which leaves no trace.</source>
        <translation>Alle setzen ein neues Passwort: Rollen sind aus; darum konnte ein solcher Schlüssel das Token holen, mit dem sich das Passwort jedes Admins zurücksetzen lässt, und das hinterlässt keine Spur.</translation>
    </message>
    <message>
        <source>Everybody sets a new password, unless roles are on: without roles such a key could fetch the token that resets any admin&apos;s password, which leaves no trace.</source>
        <translation>Alle setzen ein neues Passwort, außer wenn Rollen an sind: Ohne Rollen konnte ein solcher Schlüssel das Token holen, mit dem sich das Passwort jedes Admins zurücksetzen lässt, und das hinterlässt keine Spur.</translation>
    </message>
    <message>
        <source>Who leaked a key. Who made a key is not who leaked it.</source>
        <translation>Wer einen Schlüssel geleakt hat. Wer einen Schlüssel angelegt hat, ist nicht, wer ihn geleakt hat.</translation>
    </message>
    <message>
        <source>What was read with it. Medusa records no use of a key, and reading leaves no trace: assume that whatever it could read was read.</source>
        <translation>Was damit gelesen wurde. Medusa zeichnet nicht auf, wann ein Schlüssel benutzt wird, und Lesen hinterlässt keine Spur: Gehen Sie davon aus, dass alles gelesen wurde, was lesbar war.</translation>
    </message>
    <message>
        <source>Whether it works elsewhere: a server on a copy of this database accepts it until it is revoked there.</source>
        <translation>Ob er anderswo funktioniert: Ein Server mit einer Kopie dieser Datenbank akzeptiert ihn, bis er dort widerrufen ist.</translation>
    </message>
    <message>
        <source>Whether every process of this store refuses it by now: each one goes by its own clock.</source>
        <translation>Ob ihn jeder Prozess dieses Shops schon ablehnt: Jeder geht nach seiner eigenen Uhr.</translation>
    </message>
    <message>
        <source>What some of these keys did: nobody looked for it.</source>
        <translation>Was mit manchen dieser Schlüssel getan wurde: Niemand hat danach gesehen.</translation>
    </message>
    <message>
        <source>It still works: the store accepted it after the revoke, {at}.</source>
        <translation>Er funktioniert noch: Der Shop hat ihn nach dem Widerruf akzeptiert, {at}.</translation>
    </message>
    <message>
        <source>It was not revoked, as far as is known. Assume that it works.</source>
        <translation>Soweit bekannt, wurde er nicht widerrufen. Gehen Sie davon aus, dass er funktioniert.</translation>
    </message>
    <message>
        <source>It is being revoked; the result is not known yet.</source>
        <translation>Er wird gerade widerrufen; das Ergebnis ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The record looks like the key in its shortened form, and the key itself is refused: it is probably this one.</source>
        <translation>Der Datensatz sieht in der Kurzform aus wie der Schlüssel, und der Schlüssel selbst wird abgelehnt: Wahrscheinlich ist es dieser.</translation>
    </message>
    <message>
        <source>It is refused. It was probably revoked before, not by this desk: several revoked records look like it in their shortened form.</source>
        <translation>Er wird abgelehnt. Wahrscheinlich wurde er schon vorher widerrufen, nicht von diesem Desk: Mehrere widerrufene Datensätze sehen in der Kurzform so aus.</translation>
    </message>
    <message>
        <source>It works, and was not revoked from here.</source>
        <translation>Er funktioniert und wurde nicht von hier widerrufen.</translation>
    </message>
    <message>
        <source>It is publishable: every storefront that uses it shows it to everybody. Finding it is no leak.</source>
        <translation>Er ist veröffentlichbar: Jede Storefront, die ihn benutzt, zeigt ihn allen. Ihn zu finden ist kein Leak.</translation>
    </message>
    <message>
        <source>It is refused. The records below only look the same; they are other keys.</source>
        <translation>Er wird abgelehnt. Die Datensätze unten sehen nur gleich aus; es sind andere Schlüssel.</translation>
    </message>
    <message>
        <source>It is refused. Nobody looked whether the store has a record of it: the account may not view its keys.</source>
        <translation>Er wird abgelehnt. Niemand hat nachgesehen, ob der Shop einen Datensatz davon hat: Das Konto darf seine Schlüssel nicht sehen.</translation>
    </message>
    <message>
        <source>It is not known whether it works: it was not presented.</source>
        <translation>Es ist nicht bekannt, ob er funktioniert: Er wurde nicht vorgelegt.</translation>
    </message>
    <message>
        <source>Its record is gone from the store, so nobody can read there who revoked it.</source>
        <translation>Sein Datensatz ist im Shop gelöscht; darum kann dort niemand lesen, wer ihn widerrufen hat.</translation>
    </message>
    <message>
        <source>A revoke was sent, and the record was not read again since.</source>
        <translation>Ein Widerruf wurde gesendet, und der Datensatz wurde seitdem nicht wieder gelesen.</translation>
    </message>
    <message>
        <source>Revoked by {who} at {time}, from this desk.</source>
        <translation>Widerrufen von {who} um {time}, von diesem Desk aus.</translation>
    </message>
    <message>
        <source>Revoked by {who} at {time}, not by this desk.</source>
        <translation>Widerrufen von {who} um {time}, nicht von diesem Desk aus.</translation>
    </message>
    <message>
        <source>Revoked by {who} at {time}. A revoke was sent from this desk, too, and its answer was lost: nothing tells whether it was that one.</source>
        <translation>Widerrufen von {who} um {time}. Auch von diesem Desk aus wurde ein Widerruf gesendet, dessen Antwort verloren ging: Nichts sagt, ob es dieser war.</translation>
    </message>
    <message>
        <source>The store refused the key itself twice, and accepted this desk&apos;s own session in between.</source>
        <translation>Der Shop hat den Schlüssel selbst zweimal abgelehnt und dazwischen die eigene Sitzung dieses Desks akzeptiert.</translation>
    </message>
    <message>
        <source>The key itself was not at hand, so nobody has shown that it is refused.</source>
        <translation>Der Schlüssel selbst lag nicht vor; darum hat niemand gezeigt, dass er abgelehnt wird.</translation>
    </message>
    <message>
        <source>The store keeps publishable keys in a cache: another of its processes may accept it for up to an hour.</source>
        <translation>Der Shop hält veröffentlichbare Schlüssel in einem Cache: Ein anderer seiner Prozesse kann ihn noch bis zu einer Stunde akzeptieren.</translation>
    </message>
    <message>
        <source>It is not proven that the store refuses it.</source>
        <translation>Es ist nicht nachgewiesen, dass der Shop ihn ablehnt.</translation>
    </message>
    <message>
        <source>Key {form}</source>
        <translation>Schlüssel {form}</translation>
    </message>
    <message>
        <source>What this desk did and saw</source>
        <translation>Was dieses Desk getan und gesehen hat</translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation>Wie es sich prüfen lässt</translation>
    </message>
    <message>
        <source>It may still work in a place that this report does not tell of.</source>
        <translation>Er kann noch an einem Ort funktionieren, von dem dieser Bericht nicht handelt.</translation>
    </message>
    <message>
        <source>Record {id}, shortened form {form}, made {time} by {who}</source>
        <translation>Datensatz {id}, Kurzform {form}, angelegt {time} von {who}</translation>
    </message>
    <message>
        <source>Found in: {place}</source>
        <translation>Gefunden in: {place}</translation>
    </message>
    <message>
        <source>Found in a text that was checked: {place}</source>
        <translation>Gefunden in einem geprüften Text: {place}</translation>
    </message>
    <message>
        <source>The list of keys was read</source>
        <translation>Die Liste der Schlüssel wurde gelesen</translation>
    </message>
    <message>
        <source>Nothing was sent to the store for this key.</source>
        <translation>Für diesen Schlüssel wurde nichts an den Shop gesendet.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Where a status stands, the time is the Date of that answer, which the store&apos;s server wrote.</source>
        <translation>Wo ein Status steht, ist die Zeit das Date dieser Antwort, das der Server des Shops geschrieben hat.</translation>
    </message>
    <message>
        <source>The key was presented: accepted</source>
        <translation>Der Schlüssel wurde vorgelegt: akzeptiert</translation>
    </message>
    <message>
        <source>The key was presented: refused</source>
        <translation>Der Schlüssel wurde vorgelegt: abgelehnt</translation>
    </message>
    <message>
        <source>The key was presented: no answer that says anything</source>
        <translation>Der Schlüssel wurde vorgelegt: keine Antwort, die etwas sagt</translation>
    </message>
    <message>
        <source>Control: the store accepted our own session</source>
        <translation>Kontrolle: Der Shop hat unsere eigene Sitzung akzeptiert</translation>
    </message>
    <message>
        <source>Control: the store did not accept our own session</source>
        <translation>Kontrolle: Der Shop hat unsere eigene Sitzung nicht akzeptiert</translation>
    </message>
    <message>
        <source>Revoke sent: done, as the store showed</source>
        <translation>Widerruf gesendet: getan, wie der Shop gezeigt hat</translation>
    </message>
    <message>
        <source>Revoke sent: no answer told whether it was done</source>
        <translation>Widerruf gesendet: Keine Antwort sagte, ob es getan wurde</translation>
    </message>
    <message>
        <source>Revoke sent: refused, or not sent at all</source>
        <translation>Widerruf: abgelehnt oder gar nicht gesendet</translation>
    </message>
    <message>
        <source>Record read again: revoked</source>
        <translation>Datensatz wieder gelesen: widerrufen</translation>
    </message>
    <message>
        <source>Record read again: gone</source>
        <translation>Datensatz wieder gelesen: gelöscht</translation>
    </message>
    <message>
        <source>Record read again: not revoked</source>
        <translation>Datensatz wieder gelesen: nicht widerrufen</translation>
    </message>
    <message>
        <source>Record could not be read again</source>
        <translation>Der Datensatz ließ sich nicht wieder lesen</translation>
    </message>
    <message>
        <source>The server&apos;s own log has these requests, at these times: {requests}.</source>
        <translation>Im Protokoll des Servers selbst stehen diese Anfragen, zu diesen Zeiten: {requests}.</translation>
    </message>
    <message>
        <source>A refusal counts because the same server accepted our own session beside it.</source>
        <translation>Eine Ablehnung zählt, weil derselbe Server daneben unsere eigene Sitzung akzeptiert hat.</translation>
    </message>
    <message>
        <source>Whoever has the key itself can see whether it is refused: sent to /store/regions as x-publishable-api-key, a dead one is answered 400, a working one 200.</source>
        <translation>Wer den Schlüssel selbst hat, kann sehen, ob er abgelehnt wird: Als x-publishable-api-key an /store/regions gesendet, bekommt ein toter 400 und ein funktionierender 200.</translation>
    </message>
    <message>
        <source>{path}, read by any admin, answers 404: it is gone.</source>
        <translation>{path}, von einem Admin gelesen, antwortet 404: Er ist gelöscht.</translation>
    </message>
    <message>
        <source>{path}, read by any admin, shows the record.</source>
        <translation>{path}, von einem Admin gelesen, zeigt den Datensatz.</translation>
    </message>
    <message>
        <source>{path}, read by any admin, shows {revoked_at} {time} and {revoked_by} {who}.</source>
        <translation>{path}, von einem Admin gelesen, zeigt {revoked_at} {time} und {revoked_by} {who}.</translation>
    </message>
    <message>
        <source>unknown date</source>
        <translation>unbekanntes Datum</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>niemand bekannt</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>What the key did</source>
        <translation>Was der Schlüssel getan hat</translation>
    </message>
    <message>
        <source>Nobody looked for what the key did. Look with “What it did…” while its record is there.</source>
        <translation>Niemand hat nachgesehen, was der Schlüssel getan hat. Sehen Sie mit „Was er getan hat…“ nach, solange sein Datensatz da ist.</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>Looked for at {time}, as {who}.</source>
        <translation>Nachgesehen um {time}, als {who}.</translation>
    </message>
    <message>
        <source>Since when the key has leaked is not known.</source>
        <translation>Seit wann der Schlüssel geleakt ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The leak&apos;s first known date is {time}.</source>
        <translation>Das erste bekannte Datum des Leaks ist {time}.</translation>
    </message>
    <message>
        <source>Since then a revoke of keys that it made was begun from this desk, which this look does not show.</source>
        <translation>Seitdem wurde von diesem Desk aus begonnen, Schlüssel zu widerrufen, die er erstellt hat; das ist hier noch nicht zu sehen.</translation>
    </message>
    <message>
        <source>{id} was removed from this desk at {time}; {until}</source>
        <translation>{id} wurde um {time} von diesem Desk aus entfernt; {until}</translation>
    </message>
    <message>
        <source>The invite {id} was deleted from this desk</source>
        <translation>Die Einladung {id} wurde von diesem Desk aus gelöscht</translation>
    </message>
    <message>
        <source>a session of theirs may go on working</source>
        <translation>eine Sitzung kann weiter funktionieren</translation>
    </message>
    <message>
        <source>a session of theirs may work until {time}</source>
        <translation>eine Sitzung kann bis {time} funktionieren</translation>
    </message>
    <message>
        <source>{id}, made by {who}, {when}</source>
        <translation>{id}, angelegt von {who}, {when}</translation>
    </message>
    <message>
        <source>{id} by {who}, {revoked_at} {time}</source>
        <translation>{id} von {who}, {revoked_at} {time}</translation>
    </message>
    <message>
        <source>{kind} {id}, made by {who}, {when}</source>
        <translation>{kind} {id}, angelegt von {who}, {when}</translation>
    </message>
    <message>
        <source>the key that made it has no record any more</source>
        <translation>der Schlüssel, mit dem er angelegt wurde, hat keinen Datensatz mehr</translation>
    </message>
    <message>
        <source>the user who made it has no record any more</source>
        <translation>der Benutzer, der ihn angelegt hat, hat keinen Datensatz mehr</translation>
    </message>
    <message>
        <source>whoever made it joined since</source>
        <translation>wer ihn angelegt hat, ist seitdem hinzugekommen</translation>
    </message>
    <message>
        <source>a key made it that cannot be attributed</source>
        <translation>er wurde mit einem Schlüssel angelegt, der sich nicht zuordnen lässt</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>geheim</translation>
    </message>
    <message>
        <source>publishable</source>
        <translation>veröffentlichbar</translation>
    </message>
    <message>
        <source>{id} ({form}, {kind}), made by {who}, {when}</source>
        <translation>{id} ({form}, {kind}), angelegt von {who}, {when}</translation>
    </message>
    <message>
        <source>; not revoked</source>
        <translation>; nicht widerrufen</translation>
    </message>
    <message>
        <source>; {revoked_at} {time} by {who}</source>
        <translation>; {revoked_at} {time} von {who}</translation>
    </message>
    <message>
        <source>{time}, after the leak</source>
        <translation>{time}, nach dem Leak</translation>
    </message>
    <message>
        <source>{time}, before the leak</source>
        <translation>{time}, vor dem Leak</translation>
    </message>
    <message>
        <source>Done about that from this desk:</source>
        <translation>Was von diesem Desk aus dagegen getan wurde:</translation>
    </message>
    <message>
        <source>Nobody looked for what it did.</source>
        <translation>Niemand hat nachgesehen, was mit ihm getan wurde.</translation>
    </message>
    <message>
        <source>Still open: {what}.</source>
        <translation>Noch offen: {what}.</translation>
    </message>
    <message>
        <source>Look again after {time}: until then a session of somebody who was removed may work, and may make keys.</source>
        <translation>Sehen Sie nach {time} noch einmal nach: Bis dahin kann eine Sitzung von jemandem, der entfernt wurde, funktionieren und Schlüssel anlegen.</translation>
    </message>
    <message>
        <source>It made {what}.</source>
        <translation>Damit wurde angelegt: {what}.</translation>
    </message>
    <message>
        <source>Nothing was found that it made.</source>
        <translation>Es wurde nichts gefunden, was damit angelegt wurde.</translation>
    </message>
    <message>
        <source>Not everything could be read.</source>
        <translation>Nicht alles konnte gelesen werden.</translation>
    </message>
    <message>
        <source>Roles (RBAC): what they allow a key is not known</source>
        <translation>Rollen (RBAC): Was sie einem Schlüssel erlauben, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Whoever has the key itself can see whether it is refused: sent with HTTP Basic to /admin/users/me, a dead secret key is answered 401; a working one 404, with its ID. Medusa before 2.13.2 answers 401 to both.</source>
        <translation>Wer den Schlüssel selbst hat, kann sehen, ob er abgelehnt wird: Mit HTTP Basic an /admin/users/me gesendet, bekommt ein toter 401 und ein funktionierender 404 mit seiner ID. Medusa vor 2.13.2 antwortet beiden mit 401.</translation>
    </message>
</context>
<context>
    <name>keyExport</name>
    <message>
        <source>Type: {type}</source>
        <translation>Typ: {type}</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation>Status: {state}</translation>
    </message>
    <message>
        <source>Created by: {name}</source>
        <translation>Angelegt von: {name}</translation>
    </message>
    <message>
        <source>ID: {id}</source>
        <translation>ID: {id}</translation>
    </message>
    <message>
        <source>Search: not written here, it may hold a key</source>
        <translation>Suche: steht hier nicht, sie könnte einen Schlüssel enthalten</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>Suche: {text}</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>{column}, descending</source>
        <translation>{column}, absteigend</translation>
    </message>
    <message>
        <source>{column}, ascending</source>
        <translation>{column}, aufsteigend</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>Stand {time}</translation>
    </message>
    <message>
        <source>The folder isn&apos;t there any more.</source>
        <translation>Den Ordner gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of a file.</source>
        <translation>Dies ist ein Ordner. Ergänzen Sie den Namen einer Datei.</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to write to this folder.</source>
        <translation>Sie dürfen in diesen Ordner nicht schreiben.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was written.</source>
        <translation>Der Datenträger ist voll. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was written: {detail}.</source>
        <translation>Es wurde nichts geschrieben: {detail}.</translation>
    </message>
</context>
<context>
    <name>keyMany</name>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen…</translation>
    </message>
    <message>
        <source>Scheduling…</source>
        <translation>Wird geplant…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>Wird verlängert…</translation>
    </message>
    <message>
        <source>Deleting records…</source>
        <translation>Datensätze werden gelöscht…</translation>
    </message>
    <message>
        <source>Anything that uses the secret keys stops working immediately. This cannot be undone.</source>
        <translation>Was die geheimen Schlüssel verwendet, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Storefronts that use the publishable keys stop working immediately.</source>
        <translation>Storefronts mit den veröffentlichbaren Schlüsseln funktionieren sofort nicht mehr.</translation>
    </message>
    <message>
        <source>They work until then, and whatever uses them stops working at that time. An end can be moved, but never removed.</source>
        <translation>Bis dahin funktionieren sie; was sie verwendet, funktioniert danach nicht mehr. Ein Ende lässt sich verschieben, aber nie entfernen.</translation>
    </message>
    <message>
        <source>They work until then. An end can be moved, but never removed. Keys that end later already stay as they are.</source>
        <translation>Bis dahin funktionieren sie. Ein Ende lässt sich verschieben, aber nie entfernen. Schlüssel, die ohnehin später enden, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Deleting the records removes every trace of these keys from the server, including who revoked them and when. This cannot be undone.</source>
        <translation>Mit den Datensätzen verschwindet jede Spur dieser Schlüssel vom Server, auch wer sie wann widerrufen hat. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>A full copy of each record goes to the receipts on this computer first.</source>
        <translation>Vorher kommt eine vollständige Kopie jedes Datensatzes zu den Belegen auf diesem Computer.</translation>
    </message>
    <message>
        <source>These are all working keys of this store.</source>
        <translation>Das sind alle funktionierenden Schlüssel dieses Shops.</translation>
    </message>
    <message>
        <source>These are all working secret keys of this store.</source>
        <translation>Das sind alle funktionierenden geheimen Schlüssel dieses Shops.</translation>
    </message>
    <message>
        <source>These are all working publishable keys of this store.</source>
        <translation>Das sind alle funktionierenden veröffentlichbaren Schlüssel dieses Shops.</translation>
    </message>
    <message>
        <source>Everything connected stops.</source>
        <translation>Alles, was verbunden ist, steht still.</translation>
    </message>
    <message>
        <source>Everything connected stops at that time.</source>
        <translation>Alles, was verbunden ist, steht dann still.</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Noch nicht an der Reihe</translation>
    </message>
    <message>
        <source>Record deleted at {time}</source>
        <translation>Datensatz gelöscht: {time}</translation>
    </message>
    <message>
        <source>Revoked {time} by {who}</source>
        <translation>Widerrufen {time} von {who}</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Works until {time}</source>
        <translation>Funktioniert bis {time}</translation>
    </message>
    <message>
        <source>Already revoked {time} by {who}</source>
        <translation>Bereits widerrufen {time} von {who}</translation>
    </message>
    <message>
        <source>Its record was already deleted, so the key is dead</source>
        <translation>Der Datensatz war bereits gelöscht, der Schlüssel ist also tot</translation>
    </message>
    <message>
        <source>Ends later already: {time}</source>
        <translation>Endet ohnehin später: {time}</translation>
    </message>
    <message>
        <source>Not done. {why}</source>
        <translation>Nicht erledigt. {why}</translation>
    </message>
    <message>
        <source>Not done: the answer was lost, and a second look shows it</source>
        <translation>Nicht erledigt: Die Antwort ging verloren, und ein zweiter Blick zeigt es</translation>
    </message>
    <message>
        <source>Not confirmed: the record may still be there</source>
        <translation>Nicht bestätigt: Der Datensatz ist vielleicht noch da</translation>
    </message>
    <message>
        <source>Not confirmed: treat the key as working</source>
        <translation>Nicht bestätigt: Gehen Sie davon aus, dass der Schlüssel funktioniert</translation>
    </message>
    <message>
        <source>Not touched</source>
        <translation>Nicht angerührt</translation>
    </message>
    <message>
        <source>The answer was lost, and this was read afterwards.</source>
        <translation>Die Antwort ging verloren; das wurde danach gelesen.</translation>
    </message>
    <message>
        <source>Ends sooner already: {time}</source>
        <translation>Endet ohnehin früher: {time}</translation>
    </message>
</context>
<context>
    <name>key_doctor</name>
    <message>
        <source>{store} accepts this key, but not this request</source>
        <translation>{store} nimmt diesen Schlüssel an, aber nicht diese Anfrage</translation>
    </message>
    <message>
        <source>No key found in what was pasted</source>
        <translation>In dem, was eingefügt wurde, ist kein Schlüssel</translation>
    </message>
    <message>
        <source>More than one key was pasted</source>
        <translation>Es wurde mehr als ein Schlüssel eingefügt</translation>
    </message>
    <message>
        <source>This is not a whole key, so no store accepts it</source>
        <translation>Das ist kein vollständiger Schlüssel, also nimmt ihn kein Shop an</translation>
    </message>
    <message>
        <source>This key leaked: revoke it</source>
        <translation>Dieser Schlüssel wurde geleakt: Widerrufen Sie ihn</translation>
    </message>
    <message>
        <source>This key is revoked</source>
        <translation>Dieser Schlüssel ist widerrufen</translation>
    </message>
    <message>
        <source>This key is past its planned end</source>
        <translation>Das geplante Ende dieses Schlüssels ist vorbei</translation>
    </message>
    <message>
        <source>{store} has no such key</source>
        <translation>{store} hat keinen solchen Schlüssel</translation>
    </message>
    <message>
        <source>Not found in {store} so far</source>
        <translation>In {store} bisher nicht gefunden</translation>
    </message>
    <message>
        <source>{store} refuses this key</source>
        <translation>{store} lehnt diesen Schlüssel ab</translation>
    </message>
    <message>
        <source>{store} accepts this key, but roles stand in its way</source>
        <translation>{store} nimmt diesen Schlüssel an, aber Rollen stehen ihm im Weg</translation>
    </message>
    <message>
        <source>{store} accepts this key, so the trouble is elsewhere</source>
        <translation>{store} nimmt diesen Schlüssel an, der Fehler liegt also woanders</translation>
    </message>
    <message>
        <source>This key has no sales channel</source>
        <translation>Dieser Schlüssel hat keinen Vertriebskanal</translation>
    </message>
    <message>
        <source>{store} accepts this key, but has no products for it</source>
        <translation>{store} nimmt diesen Schlüssel an, hat aber keine Produkte für ihn</translation>
    </message>
    <message>
        <source>By its record, this key is active</source>
        <translation>Seinem Datensatz nach ist dieser Schlüssel aktiv</translation>
    </message>
    <message>
        <source>Your account can&apos;t view the keys of {store}</source>
        <translation>Ihr Konto darf die Schlüssel von {store} nicht ansehen</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Not signed in to {store}</source>
        <translation>Nicht bei {store} angemeldet</translation>
    </message>
    <message>
        <source>{store} is not reachable</source>
        <translation>{store} ist nicht erreichbar</translation>
    </message>
    <message>
        <source>{store} is in trouble</source>
        <translation>{store} ist gestört</translation>
    </message>
    <message>
        <source>Tried just now. Fix what stands below.</source>
        <translation>Gerade eben versucht. Beheben Sie, was unten steht.</translation>
    </message>
    <message>
        <source>It is “{other}”, not “{title}”.</source>
        <translation>Es ist „{other}“, nicht „{title}“.</translation>
    </message>
    <message>
        <source>It is not “{title}”, whose shortened form is {form}.</source>
        <translation>Es ist nicht „{title}“ mit der Kurzform {form}.</translation>
    </message>
    <message>
        <source>{read} Nothing was sent.</source>
        <translation>{read} Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>It could not be asked.</source>
        <translation>Der Shop konnte nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Its answer says nothing about the key.</source>
        <translation>Seine Antwort sagt nichts über den Schlüssel.</translation>
    </message>
    <message>
        <source>Tried just now, as a storefront asks. Compare what your storefront sends: the address, the header x-publishable-api-key, and whether it still reads an older key.</source>
        <translation>Gerade eben versucht, so wie eine Storefront fragt. Vergleichen Sie, was Ihre Storefront sendet: die Adresse, den Header x-publishable-api-key, und ob sie noch einen älteren Schlüssel liest.</translation>
    </message>
    <message>
        <source>Roles are on, and a secret key has none: nearly every route of /admin answers 403 Forbidden to it. Open to it are the search, the lists of plugins, search indexes and feature flags, and routes that the shop has added without asking for a permission. For everything else, let the program sign in as an admin who has a role.</source>
        <translation>Rollen sind eingeschaltet, und ein geheimer Schlüssel hat keine: Fast jede Route von /admin antwortet ihm mit 403 Forbidden. Offen sind ihm die Suche, die Listen der Plugins, der Suchindizes und der Feature-Flags sowie eigene Routen des Shops, die keine Berechtigung verlangen. Für alles andere muss sich das Programm als Admin mit einer Rolle anmelden.</translation>
    </message>
    <message>
        <source>Tried just now. Compare what your program sends: the address, the header, and whether it still reads an older key.</source>
        <translation>Gerade eben versucht. Vergleichen Sie, was Ihr Programm sendet: die Adresse, den Header, und ob es noch einen älteren Schlüssel liest.</translation>
    </message>
    <message>
        <source>Reactivate it, or create a new one.</source>
        <translation>Reaktivieren Sie ihn, oder legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>Medusa revives no secret key: create a new one.</source>
        <translation>Medusa belebt keinen geheimen Schlüssel wieder: Legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>All keys with this shortened form are revoked or ended.</source>
        <translation>Alle Schlüssel mit dieser Kurzform sind widerrufen oder abgelaufen.</translation>
    </message>
    <message>
        <source>“{title}” ended on {time}, as {who} had planned.</source>
        <translation>„{title}“ ist am {time} abgelaufen, wie von {who} geplant.</translation>
    </message>
    <message>
        <source>“{title}” was revoked on {time} by {who}.</source>
        <translation>„{title}“ wurde am {time} von {who} widerrufen.</translation>
    </message>
    <message>
        <source>Copy the key again from where it was saved.</source>
        <translation>Kopieren Sie den Schlüssel noch einmal von dort, wo er gespeichert ist.</translation>
    </message>
    <message>
        <source>Keys in its list only look the same in the shortened form; they are other keys.</source>
        <translation>Schlüssel in seiner Liste sehen nur in der Kurzform gleich aus; es sind andere Schlüssel.</translation>
    </message>
    <message>
        <source>“{title}” only looks the same in the shortened form; it is another key.</source>
        <translation>„{title}“ sieht nur in der Kurzform gleich aus; es ist ein anderer Schlüssel.</translation>
    </message>
    <message>
        <source>“Check here” sends this one key to this one store: if it is another store&apos;s, whoever runs this one could read it.</source>
        <translation>„Hier prüfen“ sendet diesen einen Schlüssel an diesen einen Shop: Gehört er zu einem anderen Shop, könnte der Betreiber von diesem ihn lesen.</translation>
    </message>
    <message>
        <source>On its card, choose which store to ask.</source>
        <translation>Wählen Sie auf seiner Karte, welcher Shop gefragt wird.</translation>
    </message>
    <message>
        <source>Paste the key itself, or all of the request that fails: a curl line, an HTTP request, a line of an .env file or of code.</source>
        <translation>Fügen Sie den Schlüssel selbst ein oder die ganze Anfrage, die fehlschlägt: eine curl-Zeile, eine HTTP-Anfrage, eine Zeile einer .env-Datei oder von Code.</translation>
    </message>
    <message>
        <source>Paste the one that fails, or its request alone.</source>
        <translation>Fügen Sie nur den ein, der nicht funktioniert, oder nur seine Anfrage.</translation>
    </message>
    <message>
        <source>A key is “sk_” or “pk_” and 64 digits. Nothing was sent.</source>
        <translation>Ein Schlüssel ist „sk_“ oder „pk_“ und 64 Ziffern. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>It was found in a text that leaked, or was made by a key that leaked, and it works. Replace it instead of repairing what uses it. It was not sent again.</source>
        <translation>Er stand in einem geleakten Text oder wurde von einem geleakten Schlüssel angelegt, und er funktioniert. Ersetzen Sie ihn, statt zu reparieren, was ihn verwendet. Er wurde nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>It was deleted, is another store&apos;s, or never was a key: a store cannot tell which. Nothing was sent. Compare the address and the key.</source>
        <translation>Gelöscht, von einem anderen Shop oder nie ein Schlüssel: Was davon zutrifft, kann ein Shop nicht sagen. Es wurde nichts gesendet. Vergleichen Sie Adresse und Schlüssel.</translation>
    </message>
    <message>
        <source>It is revoked, has ended, was deleted, or is another store&apos;s. Your account can&apos;t view the keys of {store}, so nobody can say which.</source>
        <translation>Widerrufen, abgelaufen, gelöscht oder von einem anderen Shop. Ihr Konto darf die Schlüssel von {store} nicht ansehen, also lässt sich nicht sagen, was davon zutrifft.</translation>
    </message>
    <message>
        <source>{store} accepts it, but answers every request for products with an error until it has a sales channel. Add one on the page API keys.</source>
        <translation>{store} nimmt ihn an, beantwortet aber jede Anfrage nach Produkten mit einem Fehler, bis er einen Vertriebskanal hat. Fügen Sie auf der Seite API-Schlüssel einen hinzu.</translation>
    </message>
    <message>
        <source>No published product is in its sales channels. Publish products, add them to a channel of this key, or give the key another channel.</source>
        <translation>In seinen Vertriebskanälen ist kein veröffentlichtes Produkt. Veröffentlichen Sie Produkte, fügen Sie sie einem Kanal dieses Schlüssels hinzu, oder geben Sie dem Schlüssel einen anderen Kanal.</translation>
    </message>
    <message>
        <source>Medusa shows a secret key only once, so it cannot be tried from here. Paste the key that fails, or all of its request.</source>
        <translation>Medusa zeigt einen geheimen Schlüssel nur einmal, also lässt er sich von hier aus nicht versuchen. Fügen Sie den Schlüssel ein, der nicht funktioniert, oder seine ganze Anfrage.</translation>
    </message>
    <message>
        <source>Roles are on, and a secret key has none: nearly every route of /admin answers 403 Forbidden to it.</source>
        <translation>Rollen sind eingeschaltet, und ein geheimer Schlüssel hat keine: Fast jede Route von /admin antwortet ihm mit 403 Forbidden.</translation>
    </message>
    <message>
        <source>So nobody can say whether it is one of them. Nothing was sent.</source>
        <translation>Also lässt sich nicht sagen, ob er einer davon ist. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent. On its card, choose which store to ask.</source>
        <translation>Es wurde nichts gesendet. Wählen Sie auf seiner Karte, welcher Shop gefragt wird.</translation>
    </message>
    <message>
        <source>Nothing can be said before. Sign in, then check again.</source>
        <translation>Vorher lässt sich nichts sagen. Melden Sie sich an, dann prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>200: the store accepts the key. 400: it refuses it.</source>
        <translation>200: Der Shop nimmt den Schlüssel an. 400: Er lehnt ihn ab.</translation>
    </message>
    <message>
        <source>What roles allow this key is not known: if the answer is 403, a role is missing.</source>
        <translation>Was Rollen diesem Schlüssel erlauben, ist nicht bekannt: Lautet die Antwort 403, fehlt eine Rolle.</translation>
    </message>
    <message>
        <source>404 that names an apk_… ID: the store accepts the key. 401: it refuses it. Medusa before 2.13.2 answers 401 to both.</source>
        <translation>404 mit einer apk_…-ID: Der Shop nimmt den Schlüssel an. 401: Er lehnt ihn ab. Medusa vor 2.13.2 antwortet beiden mit 401.</translation>
    </message>
</context>
<context>
    <name>key_marks</name>
    <message>
        <source>Revoke not confirmed</source>
        <translation>Widerruf nicht bestätigt</translation>
    </message>
    <message>
        <source>Not yet saved</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Ends within 7 days</source>
        <translation>Endet in den nächsten 7 Tagen</translation>
    </message>
    <message>
        <source>No sales channel</source>
        <translation>Kein Vertriebskanal</translation>
    </message>
    <message>
        <source>Creator gone</source>
        <translation>Ersteller gelöscht</translation>
    </message>
    <message>
        <source>{mark}: {count}</source>
        <translation>{mark}: {count}</translation>
    </message>
</context>
<context>
    <name>key_notes</name>
    <message>
        <source>Not noted on this computer</source>
        <translation>Auf diesem Computer nicht notiert</translation>
    </message>
    <message>
        <source>Your notes could not be read on this computer</source>
        <translation>Ihre Notizen konnten auf diesem Computer nicht gelesen werden</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
</context>
<context>
    <name>knowledge</name>
    <message>
        <source>The store didn&apos;t answer, so its secret never reached this computer.</source>
        <translation>Der Shop hat nicht geantwortet. Das Geheimnis des Schlüssels ist nie auf diesem Computer angekommen.</translation>
    </message>
    <message>
        <source>It was copied, so somebody may be using it.</source>
        <translation>Er wurde kopiert; vielleicht verwendet ihn jemand.</translation>
    </message>
    <message>
        <source>It was shown, so somebody may have it.</source>
        <translation>Er wurde angezeigt; vielleicht hat ihn jemand.</translation>
    </message>
    <message>
        <source>It was neither shown nor copied, so nobody has it.</source>
        <translation>Er wurde weder angezeigt noch kopiert; niemand hat ihn.</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Publishable</source>
        <translation>Veröffentlichbar</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Works until…</source>
        <translation>Gilt bis…</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Account · also a guest</source>
        <translation>Konto · auch Gast</translation>
    </message>
    <message>
        <source>Guest · also an account</source>
        <translation>Gast · auch Konto</translation>
    </message>
    <message>
        <source>Works until {when}</source>
        <translation>Gilt bis {when}</translation>
    </message>
    <message>
        <source>Revoked {when}</source>
        <translation>Widerrufen {when}</translation>
    </message>
    <message>
        <source>Medusa</source>
        <translation>Medusa</translation>
    </message>
    <message>
        <source>Deleted user</source>
        <translation>gelöschtem Benutzer</translation>
    </message>
    <message>
        <source>Key “{title}”</source>
        <translation>Schlüssel „{title}“</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ihnen</translation>
    </message>
    <message>
        <source>Key …{end}</source>
        <translation>Schlüssel …{end}</translation>
    </message>
    <message>
        <source>User …{end}</source>
        <translation>Benutzer …{end}</translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Windows-Anmeldeinformationsverwaltung</translation>
    </message>
    <message>
        <source>macOS Keychain</source>
        <translation>macOS-Schlüsselbund</translation>
    </message>
    <message>
        <source>None. Storefront requests will fail.</source>
        <translation>Keiner. Anfragen von Storefronts schlagen fehl.</translation>
    </message>
    <message>
        <source>unknown date</source>
        <translation>unbekanntes Datum</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Demo store</source>
        <translation>Demo-Shop</translation>
    </message>
    <message>
        <source>Deleted key</source>
        <translation>Gelöschter Schlüssel</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Von Ihrer Administration festgelegt</translation>
    </message>
</context>
<context>
    <name>leakClear</name>
    <message>
        <source>Its proof goes on for at most 15 s, and its result will not be shown here.</source>
        <translation>Sein Nachweis läuft noch höchstens 15 s weiter, und das Ergebnis wird hier nicht angezeigt.</translation>
    </message>
    <message>
        <source>A revoke is not proven yet</source>
        <translation>Ein Widerruf ist noch nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Clear all the same</source>
        <translation>Trotzdem leeren</translation>
    </message>
    <message>
        <source>Wait for the proof</source>
        <translation>Auf den Nachweis warten</translation>
    </message>
    <message>
        <source>When the store refused the key, and what it answered, is shown here alone. Choose “Copy report” or “Save report…” below the proof first.</source>
        <translation>Wann der Shop den Schlüssel abgelehnt und was er geantwortet hat, steht nur hier. Wählen Sie zuerst „Bericht kopieren“ oder „Bericht speichern…“ unter dem Nachweis.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>leakEvidence</name>
    <message>
        <source>This key leaked, or was made by a leaked key. Its record is the only evidence on the server of who revoked it and when. Save the leak desk&apos;s report first.</source>
        <translation>Dieser Schlüssel ist geleakt oder wurde mit einem geleakten angelegt. Sein Datensatz ist der einzige Beleg auf dem Server dafür, wer ihn wann widerrufen hat. Speichern Sie zuerst den Bericht des Leak-Desks.</translation>
    </message>
    <message>
        <source>The data folder can&apos;t be read, so it is not known whether a leaked key is among what is deleted.</source>
        <translation>Der Datenordner ist nicht lesbar; darum ist nicht bekannt, ob ein geleakter Schlüssel unter dem ist, was gelöscht wird.</translation>
    </message>
</context>
<context>
    <name>leakMessage</name>
    <message>
        <source>A Medusa API key was found where it does not belong: {form}</source>
        <translation>Ein API-Schlüssel von Medusa wurde gefunden, wo er nicht hingehört: {form}</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>Title: “{title}”</source>
        <translation>Titel: „{title}“</translation>
    </message>
    <message>
        <source>ID: {id}</source>
        <translation>ID: {id}</translation>
    </message>
    <message>
        <source>Server: {host}</source>
        <translation>Server: {host}</translation>
    </message>
    <message>
        <source>Found in a text that was checked: {place}</source>
        <translation>Gefunden in einem geprüften Text: {place}</translation>
    </message>
    <message>
        <source>Found in a text that was checked:</source>
        <translation>Gefunden in einem geprüften Text:</translation>
    </message>
    <message>
        <source>Found in: {place}</source>
        <translation>Gefunden in: {place}</translation>
    </message>
    <message>
        <source>Found in:</source>
        <translation>Gefunden in:</translation>
    </message>
    <message>
        <source>It has been dead since {time}: its store refuses it.</source>
        <translation>Er ist seit {time} tot: Sein Shop lehnt ihn ab.</translation>
    </message>
    <message>
        <source>It is dead: its record is gone, and its store refuses it.</source>
        <translation>Er ist tot: Sein Datensatz ist gelöscht, und sein Shop lehnt ihn ab.</translation>
    </message>
    <message>
        <source>It was revoked at {time}, as its record shows.</source>
        <translation>Er wurde um {time} widerrufen, wie sein Datensatz zeigt.</translation>
    </message>
    <message>
        <source>Its record was deleted, so it no longer works.</source>
        <translation>Sein Datensatz wurde gelöscht, darum funktioniert er nicht mehr.</translation>
    </message>
    <message>
        <source>It was revoked at {time}, but it is not proven yet that its store refuses it.</source>
        <translation>Er wurde um {time} widerrufen, aber noch ist nicht nachgewiesen, dass sein Shop ihn ablehnt.</translation>
    </message>
    <message>
        <source>Its store refuses it. It was probably revoked before, at {time}.</source>
        <translation>Sein Shop lehnt ihn ab. Wahrscheinlich wurde er schon vorher widerrufen, um {time}.</translation>
    </message>
    <message>
        <source>Its store refuses it. It was probably revoked before.</source>
        <translation>Sein Shop lehnt ihn ab. Wahrscheinlich wurde er schon vorher widerrufen.</translation>
    </message>
    <message>
        <source>It still works, as far as is known. It must be revoked.</source>
        <translation>Soweit bekannt, funktioniert er noch. Er muss widerrufen werden.</translation>
    </message>
    <message>
        <source>It may still work elsewhere.</source>
        <translation>Anderswo kann er noch funktionieren.</translation>
    </message>
    <message>
        <source>Please remove it from there, also from older versions, copies and messages, and say where else it may be, and since when.</source>
        <translation>Bitte entfernen Sie ihn dort, auch aus älteren Versionen, Kopien und Nachrichten, und sagen Sie, wo er noch sein kann und seit wann.</translation>
    </message>
    <message>
        <source>Do not use it any more.</source>
        <translation>Benutzen Sie ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Whatever used it needs another key.</source>
        <translation>Was ihn benutzt hat, braucht einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Keep the next key out of code, tickets and chats, and never send a key.</source>
        <translation>Halten Sie den nächsten Schlüssel aus Code, Tickets und Chats heraus, und verschicken Sie nie einen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>leak_page</name>
    <message>
        <source>Pasted {time}</source>
        <translation>Eingefügt {time}</translation>
    </message>
    <message>
        <source>{file}, read {time}</source>
        <translation>{file}, gelesen {time}</translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>Report of {scanner}</source>
        <translation>Bericht von {scanner}</translation>
    </message>
    <message>
        <source>No Medusa key found.</source>
        <translation>Kein Medusa-Schlüssel gefunden.</translation>
    </message>
    <message>
        <source>No Medusa key found. That does not make this text harmless.</source>
        <translation>Kein Medusa-Schlüssel gefunden. Das macht diesen Text nicht harmlos.</translation>
    </message>
    <message>
        <source>On the page API keys, type the first six and the last three characters of the key into the search.</source>
        <translation>Tippen Sie auf der Seite API-Schlüssel die ersten sechs und die letzten drei Zeichen des Schlüssels in die Suche.</translation>
    </message>
    <message>
        <source>The clipboard is empty.</source>
        <translation>Die Zwischenablage ist leer.</translation>
    </message>
    <message>
        <source>The clipboard holds names of files. Choose the file here instead.</source>
        <translation>Die Zwischenablage enthält Dateinamen. Wählen Sie die Datei stattdessen hier.</translation>
    </message>
    <message>
        <source>The clipboard holds a picture, and no text.</source>
        <translation>Die Zwischenablage enthält ein Bild und keinen Text.</translation>
    </message>
    <message>
        <source>The clipboard holds no plain text.</source>
        <translation>Die Zwischenablage enthält keinen einfachen Text.</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>This is more than 1 MiB. Save it as a file and choose the file.</source>
        <translation>Das ist mehr als 1 MiB. Speichern Sie es als Datei, und wählen Sie die Datei.</translation>
    </message>
    <message>
        <source>Still works</source>
        <translation>Funktioniert noch</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen…</translation>
    </message>
    <message>
        <source>Revoked, not proven</source>
        <translation>Widerrufen, nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Not dead everywhere</source>
        <translation>Nicht überall tot</translation>
    </message>
    <message>
        <source>Revoked by its record</source>
        <translation>Laut Eintrag widerrufen</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Works in {store}</source>
        <translation>Funktioniert in {store}</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Public by design</source>
        <translation>Von vornherein öffentlich</translation>
    </message>
    <message>
        <source>No clear answer</source>
        <translation>Keine klare Antwort</translation>
    </message>
    <message>
        <source>Refused, probably revoked</source>
        <translation>Abgelehnt, wohl widerrufen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>No store asked</source>
        <translation>Kein Shop gefragt</translation>
    </message>
    <message>
        <source>Your role may not list its keys.</source>
        <translation>Ihre Rolle darf seine Schlüssel nicht auflisten.</translation>
    </message>
    <message>
        <source>It has more keys than were read.</source>
        <translation>Er hat mehr Schlüssel, als gelesen wurden.</translation>
    </message>
    <message>
        <source>It could not be reached.</source>
        <translation>Er war nicht erreichbar.</translation>
    </message>
    <message>
        <source>It gave no clear answer.</source>
        <translation>Er gab keine klare Antwort.</translation>
    </message>
    <message>
        <source>Database address with its password</source>
        <translation>Datenbankadresse mit Passwort</translation>
    </message>
    <message>
        <source>Redis address with its password</source>
        <translation>Redis-Adresse mit Passwort</translation>
    </message>
    <message>
        <source>Link that resets a password</source>
        <translation>Link, der ein Passwort zurücksetzt</translation>
    </message>
    <message>
        <source>Invite link</source>
        <translation>Einladungslink</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Key of {service}</source>
        <translation>Schlüssel von {service}</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Session of {whose}</source>
        <translation>Sitzung von {whose}</translation>
    </message>
    <message>
        <source>Session of {whose}, until {when}</source>
        <translation>Sitzung von {whose}, bis {when}</translation>
    </message>
    <message>
        <source>Whoever has it can sign in as anybody until it is changed on the server.</source>
        <translation>Wer es hat, kann sich als jeder anmelden, bis es auf dem Server geändert ist.</translation>
    </message>
    <message>
        <source>Whoever has it can forge signed-in browsers until it is changed on the server.</source>
        <translation>Wer es hat, kann angemeldete Browser fälschen, bis es auf dem Server geändert ist.</translation>
    </message>
    <message>
        <source>Change this password, and check who can reach the database.</source>
        <translation>Ändern Sie dieses Passwort, und prüfen Sie, wer die Datenbank erreicht.</translation>
    </message>
    <message>
        <source>Change this password, and check who can reach the Redis server.</source>
        <translation>Ändern Sie dieses Passwort, und prüfen Sie, wer den Redis-Server erreicht.</translation>
    </message>
    <message>
        <source>It works until it ends; only a new JWT_SECRET on the server ends it earlier.</source>
        <translation>Sie gilt bis zu ihrem Ende; früher endet sie nur durch ein neues JWT_SECRET auf dem Server.</translation>
    </message>
    <message>
        <source>Whoever opens it first can choose the password: ask its owner to use it or check it.</source>
        <translation>Wer ihn zuerst öffnet, wählt das Passwort: Fragen Sie den Inhaber, ob er ihn schon verwendet hat.</translation>
    </message>
    <message>
        <source>Whoever opens it can become an admin: delete the invite in Medusa Admin.</source>
        <translation>Wer ihn öffnet, kann Admin werden: Löschen Sie die Einladung in Medusa Admin.</translation>
    </message>
    <message>
        <source>Replace it everywhere it is used, and withdraw its certificate.</source>
        <translation>Ersetzen Sie ihn überall, wo er verwendet wird, und ziehen Sie sein Zertifikat zurück.</translation>
    </message>
    <message>
        <source>Revoke it at that service; this program cannot.</source>
        <translation>Widerrufen Sie ihn bei diesem Dienst; dieses Programm kann es nicht.</translation>
    </message>
    <message>
        <source>no store asked</source>
        <translation>kein Shop gefragt</translation>
    </message>
    <message>
        <source>Not signed in.</source>
        <translation>Nicht angemeldet.</translation>
    </message>
</context>
<context>
    <name>leaks</name>
    <message>
        <source>Storefronts that use it stop working immediately.</source>
        <translation>Storefronts mit diesem Schlüssel funktionieren sofort nicht mehr.</translation>
    </message>
    <message>
        <source>Anything that uses it stops working immediately. This cannot be undone.</source>
        <translation>Alles, was ihn verwendet, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke “{title}”?</source>
        <translation>„{title}“ widerrufen?</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Medusa does not record where a key is used.</source>
        <translation>Medusa zeichnet nicht auf, wo ein Schlüssel verwendet wird.</translation>
    </message>
    <message>
        <source>Send this key to {store}?</source>
        <translation>Diesen Schlüssel an {store} senden?</translation>
    </message>
    <message>
        <source>This one key goes to this one store, to see whether it is accepted. If it belongs to another store, whoever runs {store} could read it.</source>
        <translation>Dieser eine Schlüssel geht an diesen einen Shop, um zu sehen, ob er angenommen wird. Gehört er zu einem anderen Shop, könnte der Betreiber von {store} ihn lesen.</translation>
    </message>
    <message>
        <source>Check here</source>
        <translation>Hier prüfen</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>What was found is not the secret and does not prove a leak.</source>
        <translation>Gefunden wurde nicht der geheime Schlüssel selbst, und das beweist keinen Leak.</translation>
    </message>
    <message>
        <source>The store accepted the key, but did not say that it is this one.</source>
        <translation>Der Shop hat den Schlüssel angenommen, aber nicht gesagt, dass es dieser ist.</translation>
    </message>
    <message>
        <source>A publishable key is public by design. Finding it is not a leak.</source>
        <translation>Ein veröffentlichbarer Schlüssel ist mit Absicht öffentlich. Ihn zu finden ist kein Leak.</translation>
    </message>
    <message>
        <source>Not known. {why}</source>
        <translation>Nicht bekannt. {why}</translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation>Vertriebskanäle</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>{ago} by {creator}</source>
        <translation>{ago} von {creator}</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Revoking in {store}…</source>
        <translation>Wird in {store} widerrufen…</translation>
    </message>
    <message>
        <source>Revoked. Checking that {store} refuses it…</source>
        <translation>Widerrufen. Es wird geprüft, ob {store} ihn ablehnt…</translation>
    </message>
    <message>
        <source>Dead in {store}. Refused at {time}</source>
        <translation>Tot in {store}. Abgelehnt um {time}</translation>
    </message>
    <message>
        <source>Its record is gone from {store}</source>
        <translation>Sein Datensatz ist aus {store} verschwunden</translation>
    </message>
    <message>
        <source>Revoked, as {store}&apos;s record shows</source>
        <translation>Widerrufen, wie der Datensatz von {store} zeigt</translation>
    </message>
    <message>
        <source>Revoked, not proven</source>
        <translation>Widerrufen, nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Still works. Revoke again</source>
        <translation>Funktioniert noch. Noch einmal widerrufen</translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work</source>
        <translation>Nicht bestätigt: Dieser Schlüssel funktioniert vielleicht noch</translation>
    </message>
    <message>
        <source>Not revoked</source>
        <translation>Nicht widerrufen</translation>
    </message>
    <message>
        <source>The key itself is not at hand, so nobody has shown that it is refused.</source>
        <translation>Der Schlüssel selbst liegt nicht vor, also ist nicht gezeigt, dass er abgelehnt wird.</translation>
    </message>
    <message>
        <source>{store} accepted it at {time}, after the revoke.</source>
        <translation>{store} hat ihn um {time} angenommen, nach dem Widerruf.</translation>
    </message>
    <message>
        <source>Checking again, {number} of {most}</source>
        <translation>Neue Prüfung, {number} von {most}</translation>
    </message>
    <message>
        <source>{store} did not answer when it was shown the key.</source>
        <translation>{store} hat nicht geantwortet, als der Schlüssel vorgelegt wurde.</translation>
    </message>
    <message>
        <source>{store} refuses the key, but your own session too, so that proves nothing.</source>
        <translation>{store} lehnt den Schlüssel ab, aber auch Ihre eigene Sitzung, also beweist das nichts.</translation>
    </message>
    <message>
        <source>The record of {store} does not show the revoke. Assume the key works.</source>
        <translation>Der Datensatz von {store} zeigt den Widerruf nicht. Gehen Sie davon aus, dass der Schlüssel funktioniert.</translation>
    </message>
    <message>
        <source>{store} keeps publishable keys in a cache: another of its processes may accept this one for up to an hour.</source>
        <translation>{store} merkt sich veröffentlichbare Schlüssel in einem Cache: Ein anderer Prozess des Shops kann diesen noch bis zu einer Stunde lang annehmen.</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Secret key, cut short</source>
        <translation>Geheimer Schlüssel, abgeschnitten</translation>
    </message>
    <message>
        <source>Secret key, shortened form</source>
        <translation>Geheimer Schlüssel, Kurzform</translation>
    </message>
    <message>
        <source>Publishable key</source>
        <translation>Veröffentlichbarer Schlüssel</translation>
    </message>
    <message>
        <source>Publishable key, cut short</source>
        <translation>Veröffentlichbarer Schlüssel, abgeschnitten</translation>
    </message>
    <message>
        <source>Publishable key, shortened form</source>
        <translation>Veröffentlichbarer Schlüssel, Kurzform</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>{store} ({environment})</source>
        <translation>{store} ({environment})</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>Revoke “{title}” in {store}</source>
        <translation>„{title}“ in {store} widerrufen</translation>
    </message>
    <message>
        <source>It works right now</source>
        <translation>Er funktioniert im Moment</translation>
    </message>
    <message>
        <source>Active, and public by design</source>
        <translation>Aktiv und mit Absicht öffentlich</translation>
    </message>
    <message>
        <source>It does not work here</source>
        <translation>Er funktioniert hier nicht</translation>
    </message>
    <message>
        <source>It is not known whether it works</source>
        <translation>Unbekannt, ob er funktioniert</translation>
    </message>
    <message>
        <source>Reading the keys of {store}…</source>
        <translation>Die Schlüssel von {store} werden gelesen…</translation>
    </message>
    <message>
        <source>Asking {store}…</source>
        <translation>{store} wird gefragt…</translation>
    </message>
    <message>
        <source>Not in {store}</source>
        <translation>Nicht in {store}</translation>
    </message>
    <message>
        <source>Not found in {store} so far</source>
        <translation>In {store} bisher nicht gefunden</translation>
    </message>
    <message>
        <source>Not signed in to {store}</source>
        <translation>Nicht bei {store} angemeldet</translation>
    </message>
    <message>
        <source>{store} is not reachable</source>
        <translation>{store} ist nicht erreichbar</translation>
    </message>
    <message>
        <source>{store} is in trouble</source>
        <translation>{store} ist gestört</translation>
    </message>
    <message>
        <source>{store} accepted this very key at {time}.</source>
        <translation>{store} hat genau diesen Schlüssel um {time} angenommen.</translation>
    </message>
    <message>
        <source>Every storefront that uses it shows this key to everybody. Finding it is not a leak.</source>
        <translation>Jede Storefront, die ihn verwendet, zeigt ihn allen. Ihn zu finden ist kein Leak.</translation>
    </message>
    <message>
        <source>This is not the secret and does not prove a leak. It may belong to this key.</source>
        <translation>Das ist nicht der geheime Schlüssel selbst und beweist keinen Leak. Vielleicht gehört es zu diesem Schlüssel.</translation>
    </message>
    <message>
        <source>This is not the secret and does not prove a leak. It may belong to one of these keys.</source>
        <translation>Das ist nicht der geheime Schlüssel selbst und beweist keinen Leak. Vielleicht gehört es zu einem dieser Schlüssel.</translation>
    </message>
    <message>
        <source>Refused. Your account can&apos;t view the keys of {store}, so nobody can say whether it was one of them.</source>
        <translation>Abgelehnt. Ihr Konto darf die Schlüssel von {store} nicht ansehen, also lässt sich nicht sagen, ob er einer davon war.</translation>
    </message>
    <message>
        <source>It could not be asked.</source>
        <translation>Der Shop konnte nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Its answer says nothing about the key.</source>
        <translation>Seine Antwort sagt nichts über den Schlüssel.</translation>
    </message>
    <message>
        <source>Not in {store}: deleted, another store&apos;s, or never a key. A store cannot tell which. That does not prove that it is dead.</source>
        <translation>Nicht in {store}: gelöscht, von einem anderen Shop oder nie ein Schlüssel. Was davon zutrifft, kann ein Shop nicht sagen. Das beweist nicht, dass er tot ist.</translation>
    </message>
    <message>
        <source>Reading the keys of {stores}…</source>
        <translation>Die Schlüssel von {stores} werden gelesen…</translation>
    </message>
    <message>
        <source>Still accepted by {stores}</source>
        <translation>Noch angenommen von {stores}</translation>
    </message>
    <message>
        <source>{store} ({why})</source>
        <translation>{store} ({why})</translation>
    </message>
    <message>
        <source>still reading its keys</source>
        <translation>Schlüssel werden noch gelesen</translation>
    </message>
    <message>
        <source>lists this key</source>
        <translation>führt diesen Schlüssel</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>wird gefragt</translation>
    </message>
    <message>
        <source>not read to the end</source>
        <translation>nicht zu Ende gelesen</translation>
    </message>
    <message>
        <source>can&apos;t view its keys</source>
        <translation>Schlüssel dürfen nicht angesehen werden</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>in trouble</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>Accepted at {time}, but the store did not say which key. It may be one of these.</source>
        <translation>Um {time} angenommen, aber der Shop hat nicht gesagt, welcher Schlüssel es ist. Vielleicht ist es einer von diesen.</translation>
    </message>
    <message>
        <source>Accepted at {time}, but the store did not say which key of its list it is. It named {id}.</source>
        <translation>Um {time} angenommen, aber der Shop hat nicht gesagt, welcher Schlüssel seiner Liste es ist. Er nannte {id}.</translation>
    </message>
    <message>
        <source>Accepted at {time}, but the store did not say which key.</source>
        <translation>Um {time} angenommen, aber der Shop hat nicht gesagt, welcher Schlüssel es ist.</translation>
    </message>
    <message>
        <source>Refused. “{title}” only looks the same in the shortened form; it is another key.</source>
        <translation>Abgelehnt. „{title}“ sieht nur in der Kurzform gleich aus; es ist ein anderer Schlüssel.</translation>
    </message>
    <message>
        <source>Refused. These keys only look the same in the shortened form; they are other keys.</source>
        <translation>Abgelehnt. Diese Schlüssel sehen nur in der Kurzform gleich aus; es sind andere Schlüssel.</translation>
    </message>
    <message>
        <source>Refused. Revoked keys with this shortened form exist. It is probably one of these.</source>
        <translation>Abgelehnt. Es gibt widerrufene Schlüssel mit dieser Kurzform. Wahrscheinlich ist es einer von diesen.</translation>
    </message>
    <message>
        <source>A revoked key with this shortened form exists: “{title}”, revoked by {who} on {time}. It is probably this one.</source>
        <translation>Es gibt einen widerrufenen Schlüssel mit dieser Kurzform: „{title}“, widerrufen von {who} am {time}. Wahrscheinlich ist es dieser.</translation>
    </message>
    <message>
        <source>A revoked key with this shortened form exists: “{title}”. It is probably this one.</source>
        <translation>Es gibt einen widerrufenen Schlüssel mit dieser Kurzform: „{title}“. Wahrscheinlich ist es dieser.</translation>
    </message>
    <message>
        <source>{store} lists this key. Waiting for the lists of the other stores…</source>
        <translation>{store} führt diesen Schlüssel. Es wird auf die Listen der anderen Shops gewartet…</translation>
    </message>
    <message>
        <source>Your account can&apos;t view the keys of {store}. Nothing was sent.</source>
        <translation>Ihr Konto darf die Schlüssel von {store} nicht ansehen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your account can&apos;t view the keys of {store}. Nothing was sent. “Check here” sends this one key to this one store.</source>
        <translation>Ihr Konto darf die Schlüssel von {store} nicht ansehen. Es wurde nichts gesendet. „Hier prüfen“ sendet diesen einen Schlüssel an diesen einen Shop.</translation>
    </message>
    <message>
        <source>{ago} (Medusa does not say what)</source>
        <translation>{ago} (Medusa sagt nicht, was)</translation>
    </message>
    <message>
        <source>What every visitor of a storefront can</source>
        <translation>Was jeder Besucher einer Storefront darf</translation>
    </message>
    <message>
        <source>Everything: roles are off</source>
        <translation>Alles: Rollen sind ausgeschaltet</translation>
    </message>
    <message>
        <source>{store} lists this key. Its answer did not come.</source>
        <translation>{store} führt diesen Schlüssel. Seine Antwort kam nicht.</translation>
    </message>
    <message>
        <source>“{title}”, {id}</source>
        <translation>„{title}“, {id}</translation>
    </message>
    <message>
        <source>The key is no longer in memory. Paste it again to prove the revoke.</source>
        <translation>Der Schlüssel ist nicht mehr im Speicher. Fügen Sie ihn noch einmal ein, um den Widerruf nachzuweisen.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Sign in, and this store is checked at once.</source>
        <translation>Melden Sie sich an, dann wird dieser Shop sofort geprüft.</translation>
    </message>
    <message>
        <source>Not in {stores}.</source>
        <translation>Nicht in {stores}.</translation>
    </message>
    <message>
        <source>Two stores list this key: one may be a copy of the other, or may lie. Nothing was sent yet. Choose which one to ask.</source>
        <translation>Zwei Shops führen diesen Schlüssel: Einer kann eine Kopie des anderen sein oder lügen. Noch wurde nichts gesendet. Wählen Sie, welcher gefragt wird.</translation>
    </message>
    <message>
        <source>The list of {store} came late, and this key is in it. Nothing was sent yet.</source>
        <translation>Die Liste von {store} kam spät, und dieser Schlüssel steht darin. Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{store} lists a key that looks like this one, but did not when it was read before. Nothing was sent yet.</source>
        <translation>{store} führt einen Schlüssel, der so aussieht wie dieser, beim vorigen Lesen aber noch nicht da war. Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing that needs a role. But the store&apos;s search shows it names and emails of customers and admins, and routes that the shop has added may be open to it</source>
        <translation>Nichts, wofür man eine Rolle braucht. Aber die Suche des Shops zeigt ihm Namen und E-Mail-Adressen von Kunden und Admins, und eigene Routen des Shops können ihm offenstehen</translation>
    </message>
    <message>
        <source>Unknown: the store did not say what roles allow it</source>
        <translation>Unbekannt: Der Shop hat nicht gesagt, was Rollen ihm erlauben</translation>
    </message>
</context>
<context>
    <name>many</name>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen…</translation>
    </message>
    <message>
        <source>Revoked, as {store}&apos;s record shows</source>
        <translation>Widerrufen, wie der Datensatz von {store} zeigt</translation>
    </message>
    <message>
        <source>Not revoked: {store}&apos;s record shows that it still works</source>
        <translation>Nicht widerrufen: Der Datensatz von {store} zeigt, dass er noch funktioniert</translation>
    </message>
    <message>
        <source>Not revoked. {why}</source>
        <translation>Nicht widerrufen. {why}</translation>
    </message>
    <message>
        <source>Not revoked: what is known of this key has changed</source>
        <translation>Nicht widerrufen: Was über diesen Schlüssel bekannt ist, hat sich geändert</translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work</source>
        <translation>Nicht bestätigt: Dieser Schlüssel funktioniert vielleicht noch</translation>
    </message>
    <message>
        <source>Not touched. {why}</source>
        <translation>Nicht angerührt. {why}</translation>
    </message>
    <message>
        <source>Not touched</source>
        <translation>Nicht angerührt</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Your session at {store} has ended. Its other keys wait until you sign in again.</source>
        <translation>Ihre Sitzung bei {store} ist abgelaufen. Die übrigen Schlüssel warten, bis Sie sich erneut anmelden.</translation>
    </message>
    <message>
        <source>{store} does not answer. Its other keys were not touched.</source>
        <translation>{store} antwortet nicht. Die übrigen Schlüssel wurden nicht angerührt.</translation>
    </message>
</context>
<context>
    <name>pastedToken</name>
    <message>
        <source>There is no link or token in this text. Paste the whole link, or the mail.</source>
        <translation>In diesem Text ist kein Link oder Token. Fügen Sie den ganzen Link oder die E-Mail ein.</translation>
    </message>
    <message>
        <source>The end of this link is missing. Copy the whole link.</source>
        <translation>Das Ende dieses Links fehlt. Kopieren Sie den ganzen Link.</translation>
    </message>
    <message>
        <source>This invite expired on {time}. Ask for it to be sent again.</source>
        <translation>Diese Einladung ist am {time} abgelaufen. Bitten Sie darum, sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>This link expired on {time}. Ask for a new mail.</source>
        <translation>Dieser Link ist am {time} abgelaufen. Fordern Sie eine neue E-Mail an.</translation>
    </message>
    <message>
        <source>Only the token of what you pasted is used.</source>
        <translation>Von dem, was Sie eingefügt haben, wird nur das Token verwendet.</translation>
    </message>
    <message>
        <source>It is for {email} and works until {time}.</source>
        <translation>Gilt für {email} und funktioniert bis {time}.</translation>
    </message>
    <message>
        <source>It works until {time}.</source>
        <translation>Funktioniert bis {time}.</translation>
    </message>
    <message>
        <source>The link leads to {link}, and the token is going to be sent to {host}. Go on only if both belong to the same shop.</source>
        <translation>Der Link führt zu {link}, und das Token wird an {host} gesendet. Fahren Sie nur fort, wenn beide zum selben Shop gehören.</translation>
    </message>
    <message>
        <source>This is a link for a new password, not an invite.</source>
        <translation>Das ist ein Link für ein neues Passwort, keine Einladung.</translation>
    </message>
    <message>
        <source>This link is for a customer&apos;s password.</source>
        <translation>Dieser Link ist für das Passwort eines Kunden.</translation>
    </message>
    <message>
        <source>This is an invite. Choose “Accept invite” on the sign-in page.</source>
        <translation>Das ist eine Einladung. Wählen Sie auf der Anmeldeseite „Einladung annehmen“.</translation>
    </message>
    <message>
        <source>This is the session of someone who is signed in. Whoever has it is that person: do not pass it on.</source>
        <translation>Das ist die Sitzung von jemandem, der angemeldet ist. Wer sie hat, ist diese Person: Geben Sie sie nicht weiter.</translation>
    </message>
    <message>
        <source>This token is for something else.</source>
        <translation>Dieses Token ist für etwas anderes.</translation>
    </message>
    <message>
        <source>Paste the link, the token or the whole mail.</source>
        <translation>Fügen Sie den Link, das Token oder die ganze E-Mail ein.</translation>
    </message>
</context>
<context>
    <name>permissions</name>
    <message>
        <source>You can&apos;t view keys</source>
        <translation>Sie dürfen keine Schlüssel ansehen</translation>
    </message>
    <message>
        <source>You can&apos;t create keys</source>
        <translation>Sie dürfen keine Schlüssel anlegen</translation>
    </message>
    <message>
        <source>You can&apos;t edit or revoke keys</source>
        <translation>Sie dürfen Schlüssel weder bearbeiten noch widerrufen</translation>
    </message>
    <message>
        <source>You can&apos;t delete records of keys</source>
        <translation>Sie dürfen keine Datensätze von Schlüsseln löschen</translation>
    </message>
    <message>
        <source>You can&apos;t view customers</source>
        <translation>Sie dürfen keine Kunden ansehen</translation>
    </message>
    <message>
        <source>You can&apos;t create customers</source>
        <translation>Sie dürfen keine Kunden anlegen</translation>
    </message>
    <message>
        <source>You can&apos;t edit customers</source>
        <translation>Sie dürfen keine Kunden bearbeiten</translation>
    </message>
    <message>
        <source>You can&apos;t delete customers</source>
        <translation>Sie dürfen keine Kunden löschen</translation>
    </message>
    <message>
        <source>You can&apos;t view customer groups</source>
        <translation>Sie dürfen keine Kundengruppen ansehen</translation>
    </message>
    <message>
        <source>You can&apos;t view sales channels</source>
        <translation>Sie dürfen keine Vertriebskanäle ansehen</translation>
    </message>
    <message>
        <source>You can&apos;t view the store&apos;s settings</source>
        <translation>Sie dürfen die Einstellungen des Shops nicht ansehen</translation>
    </message>
    <message>
        <source>You can&apos;t view users</source>
        <translation>Sie dürfen keine Benutzer ansehen</translation>
    </message>
    <message>
        <source>You can&apos;t do this</source>
        <translation>Sie dürfen das nicht</translation>
    </message>
    <message>
        <source>Read-only on this computer.</source>
        <translation>Auf diesem Computer schreibgeschützt.</translation>
    </message>
    <message>
        <source>{not_allowed}: your role needs {permission}.</source>
        <translation>{not_allowed}: Ihrer Rolle fehlt {permission}.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customer groups</source>
        <translation>Kundengruppen</translation>
    </message>
    <message>
        <source>Customer addresses</source>
        <translation>Kundenadressen</translation>
    </message>
    <message>
        <source>Invites</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation>Vertriebskanäle</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>view</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>create</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>bearbeiten</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>You can&apos;t edit users</source>
        <translation>Sie dürfen keine Benutzer bearbeiten</translation>
    </message>
    <message>
        <source>You can&apos;t delete users</source>
        <translation>Sie dürfen keine Benutzer löschen</translation>
    </message>
    <message>
        <source>You can&apos;t view invites</source>
        <translation>Sie dürfen keine Einladungen ansehen</translation>
    </message>
    <message>
        <source>You can&apos;t create invites</source>
        <translation>Sie dürfen keine Einladungen erstellen</translation>
    </message>
    <message>
        <source>You can&apos;t resend invites</source>
        <translation>Sie dürfen keine Einladungen neu senden</translation>
    </message>
    <message>
        <source>You can&apos;t delete invites</source>
        <translation>Sie dürfen keine Einladungen löschen</translation>
    </message>
    <message>
        <source>You can&apos;t view roles</source>
        <translation>Sie dürfen keine Rollen ansehen</translation>
    </message>
    <message>
        <source>You can&apos;t change roles</source>
        <translation>Sie dürfen keine Rollen ändern</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Enter the store&apos;s address, for example https://store.example.com.</source>
        <translation>Geben Sie die Adresse des Shops ein, zum Beispiel https://store.example.com.</translation>
    </message>
    <message>
        <source>Start with https://, for example {value}.</source>
        <translation>Beginnen Sie mit https://, zum Beispiel {value}.</translation>
    </message>
    <message>
        <source>Only https:// addresses can be used (http:// for this computer).</source>
        <translation>Nur https://-Adressen sind möglich (http:// für diesen Computer).</translation>
    </message>
    <message>
        <source>Use https://. Over http:// your password could be read on the way.</source>
        <translation>Verwenden Sie https://. Über http:// könnte Ihr Passwort unterwegs mitgelesen werden.</translation>
    </message>
    <message>
        <source>Enter only https:// and the host, without a path: {value}</source>
        <translation>Geben Sie nur https:// und den Host ein, ohne Pfad: {value}</translation>
    </message>
    <message>
        <source>Names ending in .invalid never exist.</source>
        <translation>Namen, die auf .invalid enden, gibt es nie.</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s address, for example http://proxy.example.com:3128.</source>
        <translation>Geben Sie die Adresse des Proxys ein, zum Beispiel http://proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>Only http:// proxies can be used. Your connection to the store stays encrypted.</source>
        <translation>Nur http://-Proxys sind möglich. Die Verbindung zum Shop bleibt verschlüsselt.</translation>
    </message>
    <message>
        <source>Include the port, for example http://{value}:3128.</source>
        <translation>Geben Sie auch den Port an, zum Beispiel http://{value}:3128.</translation>
    </message>
    <message>
        <source>Enter only http://, the host and the port: {value}</source>
        <translation>Geben Sie nur http://, den Host und den Port ein: {value}</translation>
    </message>
    <message>
        <source>The host name is too long.</source>
        <translation>Der Hostname ist zu lang.</translation>
    </message>
    <message>
        <source>The address contains a space or a character that is not allowed in hosts.</source>
        <translation>Die Adresse enthält ein Leerzeichen oder ein Zeichen, das in Hostnamen nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>This address is incomplete. Check host and port.</source>
        <translation>Diese Adresse ist unvollständig. Prüfen Sie Host und Port.</translation>
    </message>
    <message>
        <source>Remove everything up to the @. Names and passwords don&apos;t belong in an address.</source>
        <translation>Entfernen Sie alles bis zum @. Namen und Passwörter gehören nicht in eine Adresse.</translation>
    </message>
    <message>
        <source>Remove the part from “?” or “#”.</source>
        <translation>Entfernen Sie den Teil ab „?“ oder „#“.</translation>
    </message>
    <message>
        <source>Remove what is before or after the brackets of the IPv6 address.</source>
        <translation>Entfernen Sie, was vor oder hinter den Klammern der IPv6-Adresse steht.</translation>
    </message>
    <message>
        <source>The host name is missing or contains a character that is not allowed.</source>
        <translation>Der Hostname fehlt oder enthält ein unerlaubtes Zeichen.</translation>
    </message>
    <message>
        <source>Enter localhost, with nothing before it.</source>
        <translation>Geben Sie localhost ein, ohne etwas davor.</translation>
    </message>
    <message>
        <source>This host name can&apos;t be used on the internet.</source>
        <translation>Dieser Hostname kann im Internet nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The address in brackets is not an IPv6 address.</source>
        <translation>Die Adresse in Klammern ist keine IPv6-Adresse.</translation>
    </message>
    <message>
        <source>This form of IPv6 address is not accepted.</source>
        <translation>Diese Form einer IPv6-Adresse wird nicht akzeptiert.</translation>
    </message>
    <message>
        <source>Enter IP addresses as four numbers, for example 192.0.2.10.</source>
        <translation>Geben Sie IP-Adressen als vier Zahlen ein, zum Beispiel 192.0.2.10.</translation>
    </message>
    <message>
        <source>0.0.0.0 is not the address of a server.</source>
        <translation>0.0.0.0 ist nicht die Adresse eines Servers.</translation>
    </message>
    <message>
        <source>The address of this store was changed. Open the store again.</source>
        <translation>Die Adresse dieses Shops wurde geändert. Öffnen Sie den Shop noch einmal.</translation>
    </message>
    <message>
        <source>Enter an email address, for example anna@example.com.</source>
        <translation>Geben Sie eine E-Mail-Adresse ein, zum Beispiel anna@example.com.</translation>
    </message>
    <message>
        <source>The email contains an invisible character ({code}). Type it instead of pasting it.</source>
        <translation>Die E-Mail-Adresse enthält ein unsichtbares Zeichen ({code}). Tippen Sie sie ein, statt sie einzufügen.</translation>
    </message>
    <message>
        <source>The email contains a space.</source>
        <translation>Die E-Mail-Adresse enthält ein Leerzeichen.</translation>
    </message>
    <message>
        <source>The @ is missing.</source>
        <translation>Das @ fehlt.</translation>
    </message>
    <message>
        <source>An email address has only one @.</source>
        <translation>Eine E-Mail-Adresse hat nur ein @.</translation>
    </message>
    <message>
        <source>The name before the @ is missing.</source>
        <translation>Der Name vor dem @ fehlt.</translation>
    </message>
    <message>
        <source>The domain after the @ is missing, for example example.com.</source>
        <translation>Die Domain nach dem @ fehlt, zum Beispiel example.com.</translation>
    </message>
    <message>
        <source>Check the dots: none may come first, last, directly before the @ or next to another.</source>
        <translation>Prüfen Sie die Punkte: Keiner darf am Anfang, am Ende, direkt vor dem @ oder neben einem anderen stehen.</translation>
    </message>
    <message>
        <source>Medusa doesn&apos;t accept “{sign}” in an email.</source>
        <translation>Medusa akzeptiert „{sign}“ in einer E-Mail-Adresse nicht.</translation>
    </message>
    <message>
        <source>The domain after the @ has no dot. Medusa accepts only names like example.com.</source>
        <translation>Die Domain nach dem @ hat keinen Punkt. Medusa akzeptiert nur Namen wie example.com.</translation>
    </message>
    <message>
        <source>Medusa doesn&apos;t accept this email. Check the domain after the @.</source>
        <translation>Medusa akzeptiert diese E-Mail-Adresse nicht. Prüfen Sie die Domain nach dem @.</translation>
    </message>
    <message>
        <source>The store sent an ID that can&apos;t be used.</source>
        <translation>Der Shop hat eine unbrauchbare ID gesendet.</translation>
    </message>
    <message>
        <source>The text contains a broken character. Type it instead of pasting it.</source>
        <translation>Der Text enthält ein beschädigtes Zeichen. Tippen Sie ihn ein, statt ihn einzufügen.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>That looks like a key. Keys are never sent in an address.</source>
        <translation>Das sieht nach einem Schlüssel aus. Schlüssel werden nie in einer Adresse gesendet.</translation>
    </message>
    <message>
        <source>That looks like a key. Every admin can see titles.</source>
        <translation>Das sieht nach einem Schlüssel aus. Titel kann jeder Admin sehen.</translation>
    </message>
    <message>
        <source>That looks like a key. Everyone who can view customers would see it.</source>
        <translation>Das sieht nach einem Schlüssel aus. Alle, die Kunden ansehen dürfen, würden ihn sehen.</translation>
    </message>
    <message>
        <source>Only a customer with an email and an account can sign in.</source>
        <translation>Nur Kunden mit E-Mail-Adresse und Konto können sich anmelden.</translation>
    </message>
    <message>
        <source>Medusa is case-sensitive here: the customer must type {email} exactly like this to sign in.</source>
        <translation>Medusa unterscheidet hier Groß- und Kleinschreibung: Der Kunde muss {email} zum Anmelden genau so eingeben.</translation>
    </message>
    <message>
        <source>This file contains certificates in PKCS #7 format. Convert it: {line}</source>
        <translation>Diese Datei enthält Zertifikate im Format PKCS #7. Wandeln Sie sie um: {line}</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>This file is too large for a certificate file.</source>
        <translation>Diese Datei ist zu groß für eine Zertifikatsdatei.</translation>
    </message>
    <message>
        <source>File not found.</source>
        <translation>Datei nicht gefunden.</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This file contains no certificate.</source>
        <translation>Diese Datei enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>This file contains a TRUSTED CERTIFICATE, which only OpenSSL reads. Convert it: {line}</source>
        <translation>Diese Datei enthält ein TRUSTED CERTIFICATE, das nur OpenSSL liest. Wandeln Sie sie um: {line}</translation>
    </message>
    <message>
        <source>This file contains certificates and keys (PKCS #12). Extract the certificates: {line}</source>
        <translation>Diese Datei enthält Zertifikate und Schlüssel (PKCS #12). Holen Sie die Zertifikate heraus: {line}</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Es ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>It is too large to be a list of stores.</source>
        <translation>Sie ist zu groß für eine Liste von Shops.</translation>
    </message>
    <message>
        <source>It is not a list of stores.</source>
        <translation>Sie enthält keine Liste von Shops.</translation>
    </message>
    <message>
        <source>Entry {number} (“{name}”): {reason}</source>
        <translation>Eintrag {number} („{name}“): {reason}</translation>
    </message>
    <message>
        <source>Entry {number}: {reason}</source>
        <translation>Eintrag {number}: {reason}</translation>
    </message>
    <message>
        <source>a store with this name and address is already in the list.</source>
        <translation>Ein Shop mit diesem Namen und dieser Adresse steht schon in der Liste.</translation>
    </message>
    <message>
        <source>this is not a store.</source>
        <translation>Das ist kein Shop.</translation>
    </message>
    <message>
        <source>“environment” must be live, staging or development.</source>
        <translation>„environment“ muss „live“, „staging“ oder „development“ sein.</translation>
    </message>
    <message>
        <source>“proxy” is not a proxy.</source>
        <translation>„proxy“ ist kein Proxy.</translation>
    </message>
    <message>
        <source>“proxy.kind” must be system, none or own.</source>
        <translation>„proxy.kind“ muss „system“, „none“ oder „own“ sein.</translation>
    </message>
    <message>
        <source>“read_only” must be true or false.</source>
        <translation>„read_only“ muss „true“ oder „false“ sein.</translation>
    </message>
    <message>
        <source>“{field}” is missing.</source>
        <translation>„{field}“ fehlt.</translation>
    </message>
    <message>
        <source>“{field}” is empty.</source>
        <translation>„{field}“ ist leer.</translation>
    </message>
    <message>
        <source>“{field}” is longer than {longest} characters.</source>
        <translation>„{field}“ ist länger als {longest} Zeichen.</translation>
    </message>
    <message>
        <source>“{field}” contains a line break or an invisible character.</source>
        <translation>„{field}“ enthält einen Zeilenumbruch oder ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>“{field}” is not text.</source>
        <translation>„{field}“ ist kein Text.</translation>
    </message>
    <message>
        <source>No usable keyring on this computer.</source>
        <translation>Auf diesem Computer gibt es keinen nutzbaren Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keyring didn&apos;t save the entry.</source>
        <translation>Der Schlüsselbund hat den Eintrag nicht gespeichert.</translation>
    </message>
    <message>
        <source>The keyring didn&apos;t respond in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keyring was not opened.</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The keyring failed ({detail}).</source>
        <translation>Der Schlüsselbund meldet einen Fehler ({detail}).</translation>
    </message>
    <message>
        <source>The session is too large for this computer&apos;s keyring.</source>
        <translation>Die Sitzung ist zu groß für den Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>The keyring didn&apos;t delete the entry.</source>
        <translation>Der Schlüsselbund hat den Eintrag nicht gelöscht.</translation>
    </message>
    <message>
        <source>This session can&apos;t be saved in a keyring.</source>
        <translation>Diese Sitzung kann nicht im Schlüsselbund gespeichert werden.</translation>
    </message>
    <message>
        <source>Sessions of the demo store are not saved in the keyring.</source>
        <translation>Sitzungen des Demo-Shops werden nicht im Schlüsselbund gespeichert.</translation>
    </message>
    <message>
        <source>The list of stores couldn&apos;t be read.</source>
        <translation>Die Liste der Shops konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The list of stores was damaged. Its last copy was restored.</source>
        <translation>Die Liste der Shops war beschädigt. Ihre letzte Kopie wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>The settings couldn&apos;t be read. The defaults apply.</source>
        <translation>Die Einstellungen konnten nicht gelesen werden. Es gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>The settings were damaged. Their last copy was restored.</source>
        <translation>Die Einstellungen waren beschädigt. Ihre letzte Kopie wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>The stores that could be read couldn&apos;t be saved again: {detail}.</source>
        <translation>Die lesbaren Shops konnten nicht wieder gespeichert werden: {detail}.</translation>
    </message>
    <message>
        <source>The old file is now {file}.</source>
        <translation>Die alte Datei heißt jetzt {file}.</translation>
    </message>
    <message>
        <source>{file} couldn&apos;t be set aside: {detail}.</source>
        <translation>{file} konnte nicht beiseitegelegt werden: {detail}.</translation>
    </message>
    <message>
        <source>This text is too large to paste. Save it as a file and choose it.</source>
        <translation>Dieser Text ist zu groß zum Einfügen. Speichern Sie ihn als Datei und wählen Sie die Datei aus.</translation>
    </message>
    <message>
        <source>This is a folder. Choose a single file.</source>
        <translation>Das ist ein Ordner. Wählen Sie eine einzelne Datei aus.</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>Das ist keine normale Datei.</translation>
    </message>
    <message>
        <source>This file is larger than 50 MB. Choose a part of it.</source>
        <translation>Diese Datei ist größer als 50 MB. Wählen Sie einen Teil davon aus.</translation>
    </message>
    <message>
        <source>This file no longer exists.</source>
        <translation>Diese Datei gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This file became shorter while it was read. Choose it again.</source>
        <translation>Diese Datei wurde kürzer, während sie gelesen wurde. Wählen Sie sie noch einmal aus.</translation>
    </message>
    <message>
        <source>A key can end between 1 minute and 10 years from now.</source>
        <translation>Ein Schlüssel kann frühestens in 1 Minute und spätestens in 10 Jahren enden.</translation>
    </message>
    <message>
        <source>Somebody has revoked this key meanwhile. It no longer works.</source>
        <translation>Jemand hat diesen Schlüssel inzwischen widerrufen. Er funktioniert nicht mehr.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: other accounts may change {detail}.</source>
        <translation>Die Vorgaben Ihrer Administration gelten nicht: Andere Konten können {detail} ändern.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: defaults.json can&apos;t be read ({detail}).</source>
        <translation>Die Vorgaben Ihrer Administration gelten nicht: defaults.json lässt sich nicht lesen ({detail}).</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: defaults.json is larger than 256 KiB.</source>
        <translation>Die Vorgaben Ihrer Administration gelten nicht: defaults.json ist größer als 256 KiB.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: defaults.json is not a JSON file.</source>
        <translation>Die Vorgaben Ihrer Administration gelten nicht: defaults.json ist keine JSON-Datei.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: check “{detail}” in defaults.json.</source>
        <translation>Die Vorgaben Ihrer Administration gelten nicht: Prüfen Sie „{detail}“ in defaults.json.</translation>
    </message>
    <message>
        <source>Medusa is case-sensitive here: they must type {email} exactly like this to sign in.</source>
        <translation>Medusa unterscheidet hier Groß- und Kleinschreibung: Zum Anmelden muss {email} genau so eingegeben werden.</translation>
    </message>
</context>
<context>
    <name>registration</name>
    <message>
        <source>Create sign-in</source>
        <translation>Zugang anlegen</translation>
    </message>
    <message>
        <source>Creating sign-in…</source>
        <translation>Zugang wird angelegt…</translation>
    </message>
    <message>
        <source>Sign-in created</source>
        <translation>Zugang angelegt</translation>
    </message>
    <message>
        <source>Sign-in already existed</source>
        <translation>Zugang war schon vorhanden</translation>
    </message>
    <message>
        <source>Sign-in not created</source>
        <translation>Zugang nicht angelegt</translation>
    </message>
    <message>
        <source>Sign-in not confirmed</source>
        <translation>Zugang nicht bestätigt</translation>
    </message>
    <message>
        <source>Create customer</source>
        <translation>Kunden anlegen</translation>
    </message>
    <message>
        <source>Creating customer…</source>
        <translation>Kunde wird angelegt…</translation>
    </message>
    <message>
        <source>Customer created</source>
        <translation>Kunde angelegt</translation>
    </message>
    <message>
        <source>Customer already existed</source>
        <translation>Kunde war schon vorhanden</translation>
    </message>
    <message>
        <source>Customer not created</source>
        <translation>Kunde nicht angelegt</translation>
    </message>
    <message>
        <source>Customer not confirmed</source>
        <translation>Kunde nicht bestätigt</translation>
    </message>
    <message>
        <source>Check sign-in</source>
        <translation>Anmeldung prüfen</translation>
    </message>
    <message>
        <source>Checking sign-in…</source>
        <translation>Anmeldung wird geprüft…</translation>
    </message>
    <message>
        <source>Sign-in checked</source>
        <translation>Anmeldung geprüft</translation>
    </message>
    <message>
        <source>Sign-in check failed</source>
        <translation>Prüfung der Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
        <source>This email is already being registered</source>
        <translation>Diese E-Mail-Adresse wird schon registriert</translation>
    </message>
    <message>
        <source>Wait a moment, then try again with the password you sent first.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es mit dem zuerst gesendeten Passwort noch einmal.</translation>
    </message>
    <message>
        <source>The store didn&apos;t answer</source>
        <translation>Der Shop hat nicht geantwortet</translation>
    </message>
    <message>
        <source>You can safely try again with the same password.</source>
        <translation>Mit demselben Passwort können Sie es gefahrlos noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This email is already registered with a different password</source>
        <translation>Diese E-Mail-Adresse ist schon mit einem anderen Passwort registriert</translation>
    </message>
    <message>
        <source>To finish an interrupted registration, enter the password used then. Otherwise, use another email.</source>
        <translation>Um eine unterbrochene Registrierung abzuschließen, geben Sie das damals verwendete Passwort ein. Sonst verwenden Sie eine andere E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Another customer&apos;s account has this email</source>
        <translation>Das Konto eines anderen Kunden hat diese E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Change that customer&apos;s email, or use another one.</source>
        <translation>Ändern Sie die E-Mail-Adresse jenes Kunden oder verwenden Sie eine andere.</translation>
    </message>
    <message>
        <source>This email and password belong to another customer</source>
        <translation>Diese E-Mail-Adresse und dieses Passwort gehören einem anderen Kunden</translation>
    </message>
    <message>
        <source>Their record has a different email now. Use another one.</source>
        <translation>Sein Datensatz hat inzwischen eine andere E-Mail-Adresse. Verwenden Sie eine andere.</translation>
    </message>
    <message>
        <source>The sign-in was not created</source>
        <translation>Der Zugang wurde nicht angelegt</translation>
    </message>
    <message>
        <source>The customer was not created</source>
        <translation>Der Kunde wurde nicht angelegt</translation>
    </message>
    <message>
        <source>The customer exists, but the sign-in check failed</source>
        <translation>Den Kunden gibt es, aber die Prüfung der Anmeldung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Try again with the same password to continue from there.</source>
        <translation>Versuchen Sie es mit demselben Passwort noch einmal, um dort weiterzumachen.</translation>
    </message>
    <message>
        <source>Signing in with this email takes more than a password.</source>
        <translation>Für die Anmeldung mit dieser E-Mail-Adresse reicht ein Passwort nicht.</translation>
    </message>
    <message>
        <source>The sign-in works, but no customer belongs to it.</source>
        <translation>Die Anmeldung klappt, aber zum Zugang gehört kein Kunde.</translation>
    </message>
    <message>
        <source>The store accepted the password but opened no session.</source>
        <translation>Der Shop hat das Passwort angenommen, aber keine Sitzung eröffnet.</translation>
    </message>
    <message>
        <source>The store doesn&apos;t accept the password. Someone may have changed it.</source>
        <translation>Der Shop nimmt das Passwort nicht an. Vielleicht hat es jemand geändert.</translation>
    </message>
    <message>
        <source>The store doesn&apos;t allow it.</source>
        <translation>Der Shop erlaubt es nicht.</translation>
    </message>
    <message>
        <source>The store didn&apos;t accept the customer&apos;s own session.</source>
        <translation>Der Shop hat die eigene Sitzung des Kunden nicht angenommen.</translation>
    </message>
    <message>
        <source>The customer was deleted in the meantime.</source>
        <translation>Der Kunde wurde inzwischen gelöscht.</translation>
    </message>
</context>
<context>
    <name>reporter</name>
    <message>
        <source>Number {number} in the log file. {details}</source>
        <translation>Nummer {number} in der Protokolldatei. {details}</translation>
    </message>
    <message>
        <source>“{doing}”: {title}</source>
        <translation>„{doing}“: {title}</translation>
    </message>
</context>
<context>
    <name>request_slips</name>
    <message>
        <source>Digits without a prefix</source>
        <translation>Ziffern ohne Anfang</translation>
    </message>
    <message>
        <source>Secret key {form}</source>
        <translation>Geheimer Schlüssel {form}</translation>
    </message>
    <message>
        <source>Publishable key {form}</source>
        <translation>Veröffentlichbarer Schlüssel {form}</translation>
    </message>
    <message>
        <source>The request goes to {host}, and this store is {own}. A key works in its own store alone.</source>
        <translation>Die Anfrage geht an {host}, und dieser Shop ist {own}. Ein Schlüssel funktioniert nur in seinem eigenen Shop.</translation>
    </message>
    <message>
        <source>“{name}” stands before the key. Medusa reads a secret key only behind “Authorization: Basic”.</source>
        <translation>Vor dem Schlüssel steht „{name}“. Medusa liest einen geheimen Schlüssel nur hinter „Authorization: Basic“.</translation>
    </message>
    <message>
        <source>“{name}” stands before the key. The header “x-publishable-api-key” takes the key alone.</source>
        <translation>Vor dem Schlüssel steht „{name}“. Im Header „x-publishable-api-key“ steht nur der Schlüssel.</translation>
    </message>
    <message>
        <source>Medusa does not read the header “{name}”. It reads a secret key only behind “Authorization: Basic”.</source>
        <translation>Medusa liest den Header „{name}“ nicht. Einen geheimen Schlüssel liest es nur hinter „Authorization: Basic“.</translation>
    </message>
    <message>
        <source>Medusa does not read a publishable key from the header “{name}”, only from “x-publishable-api-key”.</source>
        <translation>Medusa liest einen veröffentlichbaren Schlüssel nicht aus dem Header „{name}“, nur aus „x-publishable-api-key“.</translation>
    </message>
    <message>
        <source>The key stands in the address, as “{name}”, where Medusa does not read it. Addresses are written to logs: take this key for leaked. A secret key belongs behind “Authorization: Basic”.</source>
        <translation>Der Schlüssel steht als „{name}“ in der Adresse, wo Medusa ihn nicht liest. Adressen stehen in Logs: Betrachten Sie diesen Schlüssel als geleakt. Ein geheimer Schlüssel gehört hinter „Authorization: Basic“.</translation>
    </message>
    <message>
        <source>The key stands in the address, as “{name}”, where Medusa does not read it. A publishable key belongs in the header “x-publishable-api-key”.</source>
        <translation>Der Schlüssel steht als „{name}“ in der Adresse, wo Medusa ihn nicht liest. Ein veröffentlichbarer Schlüssel gehört in den Header „x-publishable-api-key“.</translation>
    </message>
    <message>
        <source>A secret key is used where a publishable key belongs. The routes of /store take a publishable key (pk_…) alone. If a secret key is in a storefront, every visitor can read it: take it for leaked.</source>
        <translation>Ein geheimer Schlüssel wird verwendet, wo ein veröffentlichbarer hingehört. Die Routen von /store nehmen nur veröffentlichbare Schlüssel (pk_…) an. Steht ein geheimer Schlüssel in einer Storefront, kann ihn jeder Besucher lesen: Betrachten Sie ihn als geleakt.</translation>
    </message>
    <message>
        <source>A publishable key is used where a secret key belongs. The routes of /admin take a secret key (sk_…) alone, behind “Authorization: Basic”.</source>
        <translation>Ein veröffentlichbarer Schlüssel wird verwendet, wo ein geheimer hingehört. Die Routen von /admin nehmen nur geheime Schlüssel (sk_…) an, hinter „Authorization: Basic“.</translation>
    </message>
    <message>
        <source>The key stands behind “Authorization: Bearer”. Medusa reads a secret key only behind “Authorization: Basic”.</source>
        <translation>Der Schlüssel steht hinter „Authorization: Bearer“. Medusa liest einen geheimen Schlüssel nur hinter „Authorization: Basic“.</translation>
    </message>
    <message>
        <source>The word “Basic” is missing before the key: “Authorization: Basic”, a space, the key.</source>
        <translation>Vor dem Schlüssel fehlt das Wort „Basic“: „Authorization: Basic“, ein Leerzeichen, der Schlüssel.</translation>
    </message>
    <message>
        <source>No colon follows the key, so curl asks for a password. Put a colon directly behind the key.</source>
        <translation>Hinter dem Schlüssel steht kein Doppelpunkt, also fragt curl nach einem Passwort. Setzen Sie direkt hinter den Schlüssel einen Doppelpunkt.</translation>
    </message>
    <message>
        <source>Something stands directly behind the key and is taken for a part of it. A key has 64 digits.</source>
        <translation>Direkt hinter dem Schlüssel steht etwas, das für einen Teil von ihm gehalten wird. Ein Schlüssel hat 64 Ziffern.</translation>
    </message>
    <message>
        <source>A password follows the key. It must be empty: the key and a colon, and nothing more.</source>
        <translation>Auf den Schlüssel folgt ein Passwort. Es muss leer sein: der Schlüssel, ein Doppelpunkt und sonst nichts.</translation>
    </message>
    <message>
        <source>The key stands where the password belongs. The key is the user name, and the password is empty.</source>
        <translation>Der Schlüssel steht, wo das Passwort hingehört. Der Schlüssel ist der Benutzername, und das Passwort ist leer.</translation>
    </message>
    <message>
        <source>More than one space stands between “Basic” and the key. Medusa then reads no key.</source>
        <translation>Zwischen „Basic“ und dem Schlüssel steht mehr als ein Leerzeichen. Dann liest Medusa keinen Schlüssel.</translation>
    </message>
    <message>
        <source>A line break was encoded along with the key, as “echo” adds it. Use “printf %s”, or send the key as it is.</source>
        <translation>Mit dem Schlüssel wurde ein Zeilenumbruch kodiert, wie ihn „echo“ anhängt. Verwenden Sie „printf %s“, oder senden Sie den Schlüssel, wie er ist.</translation>
    </message>
    <message>
        <source>The key was encoded in base64 twice. Encode it once, or send it as it is.</source>
        <translation>Der Schlüssel wurde zweimal in Base64 kodiert. Kodieren Sie ihn einmal, oder senden Sie ihn, wie er ist.</translation>
    </message>
    <message>
        <source>The base64 is broken over two lines, as the program “base64” does. Use “base64 -w0”, or send the key as it is.</source>
        <translation>Das Base64 ist auf zwei Zeilen umbrochen, wie es das Programm „base64“ tut. Verwenden Sie „base64 -w0“, oder senden Sie den Schlüssel, wie er ist.</translation>
    </message>
    <message>
        <source>The base64 behind “Basic” holds something else than the key and a colon.</source>
        <translation>Das Base64 hinter „Basic“ enthält etwas anderes als den Schlüssel und einen Doppelpunkt.</translation>
    </message>
    <message>
        <source>Quotation marks are sent along with the key. Leave them out.</source>
        <translation>Mit dem Schlüssel werden Anführungszeichen gesendet. Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>A space stands within the key, or is sent along with it.</source>
        <translation>Im Schlüssel steht ein Leerzeichen, oder es wird mit ihm gesendet.</translation>
    </message>
    <message>
        <source>A line break stands within the key. Put it on one line.</source>
        <translation>Im Schlüssel steht ein Zeilenumbruch. Schreiben Sie ihn in eine Zeile.</translation>
    </message>
    <message>
        <source>The key is in capitals. Keys of Medusa are in lower case.</source>
        <translation>Der Schlüssel steht in Großbuchstaben. Schlüssel von Medusa bestehen aus Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>Invisible characters stand within the key, as chats and documents add them. Copy it anew from where it was saved.</source>
        <translation>Im Schlüssel stehen unsichtbare Zeichen, wie Chats und Dokumente sie hinzufügen. Kopieren Sie ihn neu von dort, wo er gespeichert ist.</translation>
    </message>
    <message>
        <source>The key is encoded where Medusa takes it as it is. Send it unchanged.</source>
        <translation>Der Schlüssel ist kodiert, wo Medusa ihn unverändert erwartet. Senden Sie ihn, wie er ist.</translation>
    </message>
    <message>
        <source>This is the shortened form in which Medusa shows a key. It is not the key.</source>
        <translation>Das ist die Kurzform, in der Medusa einen Schlüssel zeigt. Es ist nicht der Schlüssel.</translation>
    </message>
    <message>
        <source>The beginning of the key is missing: “sk_” or “pk_”.</source>
        <translation>Der Anfang des Schlüssels fehlt: „sk_“ oder „pk_“.</translation>
    </message>
</context>
<context>
    <name>secondFactor</name>
    <message>
        <source>That took too long, so the sign-in was started again. Enter the code that your app shows now.</source>
        <translation>Das hat zu lange gedauert, deshalb hat die Anmeldung neu begonnen. Geben Sie den Code ein, den Ihre App jetzt zeigt.</translation>
    </message>
    <message>
        <source>The store took this code, but its answer was lost. Enter the code that your app shows now.</source>
        <translation>Der Shop hat diesen Code angenommen, aber seine Antwort ging verloren. Geben Sie den Code ein, den Ihre App jetzt zeigt.</translation>
    </message>
    <message>
        <source>That took too long, so the sign-in was started again. The store didn&apos;t accept this recovery code. Use another one.</source>
        <translation>Das hat zu lange gedauert, deshalb hat die Anmeldung neu begonnen. Der Shop hat diesen Wiederherstellungscode nicht angenommen. Verwenden Sie einen anderen.</translation>
    </message>
    <message>
        <source>The store took this recovery code, but its answer was lost. It is used up. Use another one.</source>
        <translation>Der Shop hat diesen Wiederherstellungscode angenommen, aber seine Antwort ging verloren. Er ist verbraucht. Verwenden Sie einen anderen.</translation>
    </message>
    <message>
        <source>{reason} If this code isn&apos;t accepted any more, it is used up.</source>
        <translation>{reason} Wenn dieser Code nicht mehr angenommen wird, ist er verbraucht.</translation>
    </message>
    <message>
        <source>Too many wrong codes. The sign-in was started again. Enter a new code.</source>
        <translation>Zu viele falsche Codes. Die Anmeldung hat neu begonnen. Geben Sie einen neuen Code ein.</translation>
    </message>
    <message>
        <source>The store doesn&apos;t accept this kind of code any more.</source>
        <translation>Der Shop nimmt diese Art von Code nicht mehr an.</translation>
    </message>
</context>
<context>
    <name>whatItDid</name>
    <message>
        <source>Nothing that could be read carries its name. Not everything could be read: see “Not looked at”. Reading leaves no trace: assume that whatever it could read was read.</source>
        <translation>Nichts von dem, was gelesen werden konnte, trägt seinen Namen. Nicht alles konnte gelesen werden: siehe „Nicht nachgesehen“. Lesen hinterlässt keine Spur: Gehen Sie davon aus, dass alles gelesen wurde, was er lesen konnte.</translation>
    </message>
    <message>
        <source>Nothing carries its name. Reading leaves no trace: assume that whatever it could read was read.</source>
        <translation>Nichts trägt seinen Namen. Lesen hinterlässt keine Spur: Gehen Sie davon aus, dass alles gelesen wurde, was er lesen konnte.</translation>
    </message>
    <message>
        <source>Not everything could be read: {kinds}. See “Not looked at” below.</source>
        <translation>Nicht alles konnte gelesen werden: {kinds}. Siehe unten „Nicht nachgesehen“.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customer groups</source>
        <translation>Kundengruppen</translation>
    </message>
    <message>
        <source>Tax regions</source>
        <translation>Steuerregionen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Invites</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>Reservations</source>
        <translation>Reservierungen</translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation>Steuersätze</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Rücksendungen</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Reklamationen</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Umtausche</translation>
    </message>
    <message>
        <source>Payments with captures and refunds</source>
        <translation>Zahlungen mit Einzügen und Erstattungen</translation>
    </message>
    <message>
        <source>Settings (regions, sales channels, prices, promotions and others)</source>
        <translation>Einstellungen (Regionen, Vertriebskanäle, Preise, Aktionen und andere)</translation>
    </message>
    <message>
        <source>Exports of products and orders</source>
        <translation>Exporte von Produkten und Bestellungen</translation>
    </message>
    <message>
        <source>Uploaded files</source>
        <translation>Hochgeladene Dateien</translation>
    </message>
    <message>
        <source>Your account can&apos;t view them. Look again once you may, or let somebody look who may.</source>
        <translation>Ihr Konto darf sie nicht ansehen. Sehen Sie noch einmal nach, sobald Sie dürfen, oder lassen Sie jemanden nachsehen, der es darf.</translation>
    </message>
    <message>
        <source>This store has no such list. It may be an older Medusa.</source>
        <translation>Dieser Shop hat keine solche Liste. Vielleicht ist es ein älteres Medusa.</translation>
    </message>
    <message>
        <source>The answer is not Medusa&apos;s. Something in front of the store may block it.</source>
        <translation>Die Antwort ist nicht von Medusa. Vielleicht blockiert etwas vor dem Shop die Anfrage.</translation>
    </message>
    <message>
        <source>No answer came. Look again.</source>
        <translation>Es kam keine Antwort. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The store could not answer. Look again.</source>
        <translation>Der Shop konnte nicht antworten. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>There are more than were read.</source>
        <translation>Es gibt mehr, als gelesen wurden.</translation>
    </message>
    <message>
        <source>Medusa does not record who made or changed them.</source>
        <translation>Medusa hält nicht fest, wer sie angelegt oder geändert hat.</translation>
    </message>
    <message>
        <source>Medusa records who made them, but each one would have to be read.</source>
        <translation>Medusa hält fest, wer sie angelegt hat, aber jeder einzelne Datensatz müsste gelesen werden.</translation>
    </message>
    <message>
        <source>Medusa has no list of them.</source>
        <translation>Medusa hat keine Liste davon.</translation>
    </message>
    <message>
        <source>{kinds}: {why}</source>
        <translation>{kinds}: {why}</translation>
    </message>
    <message>
        <source>{time}, after the leak</source>
        <translation>{time}, nach dem Leak</translation>
    </message>
    <message>
        <source>{time}, before the leak</source>
        <translation>{time}, vor dem Leak</translation>
    </message>
    <message>
        <source>Joined {time}</source>
        <translation>Dazugekommen {time}</translation>
    </message>
    <message>
        <source>Invite for {email}</source>
        <translation>Einladung für {email}</translation>
    </message>
    <message>
        <source>Made {time}</source>
        <translation>Angelegt {time}</translation>
    </message>
    <message>
        <source>can be accepted until {time}</source>
        <translation>kann bis {time} angenommen werden</translation>
    </message>
    <message>
        <source>expired {time}</source>
        <translation>abgelaufen {time}</translation>
    </message>
    <message>
        <source>Not known: see “Not looked at”.</source>
        <translation>Nicht bekannt: siehe „Nicht nachgesehen“.</translation>
    </message>
    <message>
        <source>Their account is deleted, and their password signs them in no longer. This cannot be undone.</source>
        <translation>Das Konto wird gelöscht, und das Passwort meldet diese Person nicht mehr an. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>If the store also lets people in through a provider&apos;s page, they can make a new account there: remove them at the provider, too.</source>
        <translation>Wenn der Shop auch über die Seite eines Anbieters anmeldet, kann sie dort ein neues Konto anlegen: Entfernen Sie sie auch beim Anbieter.</translation>
    </message>
    <message>
        <source>Medusa can&apos;t end a session early: theirs may go on working, and may make keys. Look again later.</source>
        <translation>Medusa kann eine Sitzung nicht vorzeitig beenden: Eine Sitzung der Person kann weiter gelten und Schlüssel anlegen. Sehen Sie später noch einmal nach.</translation>
    </message>
    <message>
        <source>Medusa can&apos;t end a session early: theirs may work until {time}, and may make keys until then. Look again after that.</source>
        <translation>Medusa kann eine Sitzung nicht vorzeitig beenden: Eine Sitzung der Person kann bis {time} gelten und bis dahin Schlüssel anlegen. Sehen Sie danach noch einmal nach.</translation>
    </message>
    <message>
        <source>{who}: removed {at}. A session of theirs may still work. Look again later.</source>
        <translation>{who}: entfernt {at}. Eine Sitzung der Person kann noch gelten. Sehen Sie später noch einmal nach.</translation>
    </message>
    <message>
        <source>{who}: removed {at}. Their last session ended {until} at the latest, and this look is later.</source>
        <translation>{who}: entfernt {at}. Die letzte Sitzung der Person endete spätestens {until}, und nachgesehen wurde danach.</translation>
    </message>
    <message>
        <source>{who}: removed {at}. A session of theirs may work until {until}. Look again after that.</source>
        <translation>{who}: entfernt {at}. Eine Sitzung der Person kann bis {until} gelten. Sehen Sie danach noch einmal nach.</translation>
    </message>
    <message>
        <source>Somebody has removed them already. Look again to see what is left.</source>
        <translation>Jemand hat die Person schon entfernt. Sehen Sie noch einmal nach, was übrig ist.</translation>
    </message>
    <message>
        <source>Not confirmed: they may still be there. Look again before you repeat it.</source>
        <translation>Nicht bestätigt: Die Person ist vielleicht noch da. Sehen Sie noch einmal nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>Not removed. {why}</source>
        <translation>Nicht entfernt. {why}</translation>
    </message>
    <message>
        <source>It is gone already: somebody has deleted it, or accepted it. Look again to see who joined.</source>
        <translation>Sie ist schon weg: Jemand hat sie gelöscht oder angenommen. Sehen Sie noch einmal nach, wer dazugekommen ist.</translation>
    </message>
    <message>
        <source>Not confirmed: it may still be there. Look again before you repeat it.</source>
        <translation>Nicht bestätigt: Sie ist vielleicht noch da. Sehen Sie noch einmal nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>Not deleted. {why}</source>
        <translation>Nicht gelöscht. {why}</translation>
    </message>
    <message>
        <source>Not looked at again: {why} What is shown is the look before.</source>
        <translation>Nicht noch einmal nachgesehen: {why} Gezeigt wird das vorige Nachsehen.</translation>
    </message>
    <message>
        <source>Not looked at: {why}</source>
        <translation>Nicht nachgesehen: {why}</translation>
    </message>
    <message>
        <source>The last session of {who} has ended by now. A second look is due.</source>
        <translation>Die letzte Sitzung von {who} ist inzwischen abgelaufen. Jetzt ist ein zweites Nachsehen fällig.</translation>
    </message>
    <message>
        <source>{invite}: deleted</source>
        <translation>{invite}: gelöscht</translation>
    </message>
    <message>
        <source>made by {maker}, {time}</source>
        <translation>angelegt von {maker}, {time}</translation>
    </message>
    <message>
        <source>New: {key}</source>
        <translation>Neu: {key}</translation>
    </message>
    <message>
        <source>publishable</source>
        <translation>veröffentlichbar</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>made by a key whose record was deleted ({id})</source>
        <translation>angelegt von einem Schlüssel, dessen Datensatz gelöscht wurde ({id})</translation>
    </message>
    <message>
        <source>made by somebody whose account was deleted ({id})</source>
        <translation>angelegt von jemandem, dessen Konto gelöscht wurde ({id})</translation>
    </message>
    <message>
        <source>made by somebody who joined after this key was made ({id})</source>
        <translation>angelegt von jemandem, der nach dem Anlegen dieses Schlüssels dazukam ({id})</translation>
    </message>
    <message>
        <source>made by a key that cannot be attributed itself ({id})</source>
        <translation>angelegt von einem Schlüssel, der selbst nicht zuzuordnen ist ({id})</translation>
    </message>
    <message>
        <source>{state} by {key}</source>
        <translation>{state} von {key}</translation>
    </message>
    <message>
        <source>last changed {time}</source>
        <translation>zuletzt geändert {time}</translation>
    </message>
    <message>
        <source>this key</source>
        <translation>diesem Schlüssel</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message>
        <source>key …{end}</source>
        <translation>Schlüssel …{end}</translation>
    </message>
    <message>
        <source>New since the look before: {what}</source>
        <translation>Neu seit dem vorigen Nachsehen: {what}</translation>
    </message>
    <message>
        <source>Reading {kind}: {number}</source>
        <translation>{kind} werden gelesen: {number}</translation>
    </message>
    <message>
        <source>No person and no open invite is newer than the key.</source>
        <translation>Keine Person und keine offene Einladung ist neuer als der Schlüssel.</translation>
    </message>
    <message>
        <source>Records that were deleted since, and records of a deleted key that made no other key: no list leads to them.</source>
        <translation>Datensätze, die inzwischen gelöscht wurden, und Datensätze eines gelöschten Schlüssels, der keinen anderen Schlüssel erstellt hat: Keine Liste führt zu ihnen.</translation>
    </message>
</context>
</TS>
