<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Medusa Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a product of Medusa, and not endorsed by its makers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt {qt}, Python {python}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with Qt and PySide6 (LGPL version 3), Python (PSF licence), httpx (BSD), pydantic, keyring and qasync (MIT, BSD), and icons by Lucide (ISC). Qt can be replaced by another build of it: it is a library of its own beside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No telemetry, no network but your stores, no update check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From source, commit {commit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built on {day} from commit {commit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AcceptInvite</name>
    <message>
        <source>Accept invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link or token of the invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not saved anywhere on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept and sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is created at {store}. Paste the link or the mail that you were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a password, or choose Generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with another email than the invited one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invite is for {invited}. Your account will have the email {email}, and you will sign in with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with this email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone signs in with this email already, with another password. Enter that password, or set a new one with “Forgot password?” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t confirm that. Try again with the same email and password: it goes on where it was, and no second account is created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped waiting. The account may be created all the same. You can safely try again with the same email and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t accept this invite: it was used, deleted or sent again, it has expired, one of its roles was deleted, it belongs to another store, or an admin has this email already. Ask for a new invite.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>After</name>
    <message>
        <source>Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message copied. Paste it into a chat or an email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report copied as Markdown, without names of people.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AfterPart</name>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlreadyRunning</name>
    <message>
        <source>Medusa Console may already be running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process {process} on {host} is using the data folder and doesn&apos;t respond: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Medusa Console is open there, use that window or close it first: two at once can overwrite each other&apos;s changes. If it has crashed, you can start it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApiKeysPage</name>
    <message>
        <source>API keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys let programs use this store. Each integration should have its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy redacted form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matching keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) match {key}. Compare them before you revoke one.</source>
        <translation>
            <numerusform>%Ln key matches {key}. Compare it before you revoke it.</numerusform>
            <numerusform>%Ln keys match {key}. Compare them before you revoke one.</numerusform>
        </translation>
    </message>
    <message>
        <source>No key matches {key} in this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may belong to another store, or its record was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln with an end date</source>
        <translation>
            <numerusform>%Ln with an end date</numerusform>
            <numerusform>%Ln with an end date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) match</source>
        <translation>
            <numerusform>%Ln key matches</numerusform>
            <numerusform>%Ln keys match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of %Ln key(s) matches</source>
        <translation>
            <numerusform>1 of %Ln key matches</numerusform>
            <numerusform>1 of %Ln keys matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln key(s) match</source>
        <translation>
            <numerusform>{count} of %Ln key match</numerusform>
            <numerusform>{count} of %Ln keys match</numerusform>
        </translation>
    </message>
    <message>
        <source>Space adds or removes a row, and Ctrl with an arrow key goes to the next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskedStores</name>
    <message>
        <source>{store}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} was not asked. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it before you need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice stages a leak in the demo store and takes the time. Nothing else is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in to any store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are found here all the same. Sign in to a store to learn whether it accepts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys are no longer in memory. Paste the text again to check them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store is connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are found here all the same. Connect your store to learn whether it accepts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarQuestion</name>
    <message>
        <source>Save a calendar file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include key titles and the store&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars are often shared. Without this, the file shows only the redacted form of each key, such as {redacted}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CannotStart</name>
    <message>
        <source>This account has no home folder. Start Medusa Console with --data-folder FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder was used by a newer version of Medusa Console: {folder}

Nothing in it was changed. Install the newer version again, or start this one with another folder (--data-folder).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa Console can&apos;t start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeRoles</name>
    <message>
        <source>Roles of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a role they can sign in, but can&apos;t view anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other roles count with the next request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own account. Your new roles count at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other roles count when they sign in again, or when their session is renewed. Until then their session keeps the old ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {name} these roles: {roles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these roles from {name}: {roles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A role they have was deleted. While they keep it, they can&apos;t view anything after their next sign-in, whatever else they may do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelField</name>
    <message>
        <source>Sales channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key will have no sales channel for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} {later}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a sales channel, storefront requests will fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all channels are listed here. You can search them once the key is created.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelPicker</name>
    <message>
        <source>Sales channels of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storefronts with this key see the products of these channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matching channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No channels yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckSignIn</name>
    <message>
        <source>Can {name} sign in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in as the customer&apos;s browser would, then discards the session. The password is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the customer&apos;s password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused the check. This says nothing about the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes. {name} can sign in with this password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. Wrong email or password. Customers sign in with the email they registered with, even if this record was edited since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. The password is correct, but this sign-in belongs to no customer. This customer registered with another email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. This email and password belong to another customer, who registered with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not with a password alone. The store also asks for a second factor, a verified email or another provider.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The six digits that your authenticator app shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each code works once. Include the hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code has six digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a code from the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColleagueActions</name>
    <message>
        <source>Stopped waiting for the invite of {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may still go through. Refresh before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend invite…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{email} is invited, but no token arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost, and the token with it. Resend the invite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend the invite for {email}. Its old token stops working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new token arrived for {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost: the old token is dead, and the new one was not seen. Resend the invite once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. The old token still worked at {time}, but the request may still arrive. Look again before you resend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. It is not known whether the old token is dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the invite for “{email}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its token stops working. Somebody who has joined with it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token arrived for {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost. Their older tokens may be dead, and nobody has seen the new one. Ask for another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the password of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{who}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{who}” was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token was discarded when the store was locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you had not copied it, make another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite colleague…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys they made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the keys of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change roles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the roles of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete invite…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the invite for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend the invite for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your new password is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the password of {who}. Anyone with the token can sign in as {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a new password…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColleagueCounts</name>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invited</source>
        <translation>
            <numerusform>%Ln invited</numerusform>
            <numerusform>%Ln invited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln key(s)</source>
        <translation>
            <numerusform>Made %Ln key</numerusform>
            <numerusform>Made %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln key(s) or more</source>
        <translation>
            <numerusform>Made %Ln key or more</numerusform>
            <numerusform>Made %Ln keys or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln key(s) they made stay as they are.</source>
        <translation>
            <numerusform>The %Ln key they made stays as it is.</numerusform>
            <numerusform>The %Ln keys they made stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColleagueFacts</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys they made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles are off: full access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: they can&apos;t view anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shuts them out: after their next sign-in they can&apos;t view anything. Take it from them with “Change roles…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can accept this invite anymore. Delete it and make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColleagueFilters</name>
    <message>
        <source>Search name or email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColleaguesPage</name>
    <message>
        <source>Colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No colleagues yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever may sign in to this store is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matching colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invites are not shown: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln match</source>
        <translation>
            <numerusform>%Ln matches</numerusform>
            <numerusform>%Ln match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of %Ln matches</source>
        <translation>
            <numerusform>1 of %Ln matches</numerusform>
            <numerusform>1 of %Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln match</source>
        <translation>
            <numerusform>{count} of %Ln match</numerusform>
            <numerusform>{count} of %Ln match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a narrow window, columns without room are left out until there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} (always first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLines</name>
    <message>
        <source>Run it in a terminal, paste the key and press Enter: nothing shows while you paste. The command line does not hold the key, and no history keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bash, zsh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the line for bash and zsh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the line for PowerShell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmAddress</name>
    <message>
        <source>Your password will go to {origin} and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is reached through the proxy {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates in {path} are trusted for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this your store&apos;s address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, use this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{store}” came from a file and has never been opened here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionFields</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use system settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for servers with a private certificate authority. Trusted for this store only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores on this computer never use a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy user name (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy user name can&apos;t contain a colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the user name for this password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in the keyring. Type to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CA certificate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: accepted by this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in: {providers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate: from {issuer}, valid until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an issuer without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {origin}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. Medusa answered in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection: not encrypted, stays on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles (RBAC): on. Each admin can do what their roles allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles (RBAC): off. Every admin has full access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles (RBAC): not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>CA certificate: %Ln entry(s) can&apos;t be read: {numbers}</source>
        <translation>
            <numerusform>CA certificate: %Ln entry can&apos;t be read: number {numbers}</numerusform>
            <numerusform>CA certificate: %Ln entries can&apos;t be read: numbers {numbers}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Unlock first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all stores…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out of all stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset demo store?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset demo store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They contain no address, no email and no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the lock, no password was entered for {stores}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One session is still in the keyring. See the other notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sessions were removed from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa can&apos;t end a session early: a copy of it would work until:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes are replaced by new sample data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clipboard manager restored a copied key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cleared again, but the manager may still have a copy. Delete it from its history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change is still in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you quit now, check later whether it went through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you continue now, check later whether it went through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue and lose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key can&apos;t be recovered, and you won&apos;t be reminded of it. It still works: revoke it first if nobody needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key can&apos;t be recovered. The next time you sign in, you will be told which key it was and can revoke it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password can&apos;t be recovered. Nobody can look it up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyStatus</name>
    <message>
        <source>Clear now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Clipboard clears in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep 30 s longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard cleared. Not pasted yet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clipboard manager restored it. It was overwritten, but the manager may have kept a copy. Remove it from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else was copied in the meantime. Not pasted yet?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s) ago</source>
        <translation>
            <numerusform>%Ln month ago</numerusform>
            <numerusform>%Ln months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s) ago</source>
        <translation>
            <numerusform>%Ln year ago</numerusform>
            <numerusform>%Ln years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) were not read, because the file has too many.</source>
        <translation>
            <numerusform>%Ln entry was not read, because the file has too many.</numerusform>
            <numerusform>%Ln entries were not read, because the file has too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>in %Ln min</numerusform>
            <numerusform>in %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln hour(s)</source>
        <translation>
            <numerusform>in %Ln hour</numerusform>
            <numerusform>in %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %Ln second(s).</source>
        <translation>
            <numerusform>Try again in %Ln second.</numerusform>
            <numerusform>Try again in %Ln seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) imported</source>
        <translation>
            <numerusform>%Ln store imported</numerusform>
            <numerusform>%Ln stores imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{lost} of %Ln store(s) couldn&apos;t be read.</source>
        <translation>
            <numerusform>{lost} of %Ln store couldn&apos;t be read.</numerusform>
            <numerusform>{lost} of %Ln stores couldn&apos;t be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) are not saved yet</source>
        <translation>
            <numerusform>%Ln key is not saved yet</numerusform>
            <numerusform>%Ln keys are not saved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rotation(s) are not finished</source>
        <translation>
            <numerusform>%Ln rotation is not finished</numerusform>
            <numerusform>%Ln rotations are not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoke(s) are not proven</source>
        <translation>
            <numerusform>%Ln revoke is not proven</numerusform>
            <numerusform>%Ln revokes are not proven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer password(s) may not have been passed on yet</source>
        <translation>
            <numerusform>%Ln customer password may not have been passed on yet</numerusform>
            <numerusform>%Ln customer passwords may not have been passed on yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) match. Choose which to revoke.</source>
        <translation>
            <numerusform>%Ln key matches. Choose whether to revoke it.</numerusform>
            <numerusform>%Ln keys match. Choose which to revoke.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln channel(s). Search to find the others.</source>
        <translation>
            <numerusform>{shown} of %Ln channel. Search to find the others.</numerusform>
            <numerusform>{shown} of %Ln channels. Search to find the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is the key you created %Ln s ago, not a leak.</source>
        <translation>
            <numerusform>This is the key you created %Ln s ago, not a leak.</numerusform>
            <numerusform>This is the key you created %Ln s ago, not a leak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is the key you created %Ln min ago, not a leak.</source>
        <translation>
            <numerusform>This is the key you created %Ln min ago, not a leak.</numerusform>
            <numerusform>This is the key you created %Ln min ago, not a leak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in these %Ln store(s): deleted, another store&apos;s, or never a key. A store cannot tell which. That does not prove that it is dead.</source>
        <translation>
            <numerusform>Not in this %Ln store: deleted, another store&apos;s, or never a key. A store cannot tell which. That does not prove that it is dead.</numerusform>
            <numerusform>Not in these %Ln stores: deleted, another store&apos;s, or never a key. A store cannot tell which. That does not prove that it is dead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) were not asked: {stores}</source>
        <translation>
            <numerusform>%Ln store was not asked: {stores}</numerusform>
            <numerusform>%Ln stores were not asked: {stores}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) look like it. Find them on the page API keys.</source>
        <translation>
            <numerusform>%Ln more key looks like it. Find it on the page API keys.</numerusform>
            <numerusform>%Ln more keys look like it. Find them on the page API keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not among the %Ln key(s) that were read; {store} has more.</source>
        <translation>
            <numerusform>It is not the %Ln key that was read; {store} has more.</numerusform>
            <numerusform>It is not among the %Ln keys that were read; {store} has more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and in %Ln more place(s)</source>
        <translation>
            <numerusform>and in %Ln more place</numerusform>
            <numerusform>and in %Ln more places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s after the paste</source>
        <translation>
            <numerusform>%Ln s after the paste</numerusform>
            <numerusform>%Ln s after the paste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) asked</source>
        <translation>
            <numerusform>%Ln store asked</numerusform>
            <numerusform>%Ln stores asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Signed in to %Ln store(s)</source>
        <translation>
            <numerusform>Signed in to %Ln store</numerusform>
            <numerusform>Signed in to %Ln stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) list this key: some may be copies of others, or may lie. Nothing was sent yet. Choose which one to ask.</source>
        <translation>
            <numerusform>%Ln store lists this key: it may be a copy, or may lie. Nothing was sent yet. Choose which one to ask.</numerusform>
            <numerusform>%Ln stores list this key: some may be copies of others, or may lie. Nothing was sent yet. Choose which one to ask.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln year(s)</source>
        <translation>
            <numerusform>in %Ln year</numerusform>
            <numerusform>in %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Older than %Ln day(s)</source>
        <translation>
            <numerusform>Older than %Ln day</numerusform>
            <numerusform>Older than %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago ({policy})</source>
        <translation>
            <numerusform>%Ln day ago ({policy})</numerusform>
            <numerusform>%Ln days ago ({policy})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found in your notes</source>
        <translation>
            <numerusform>%Ln found in your notes</numerusform>
            <numerusform>%Ln found in your notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{as_of}, without the newest %Ln key(s)</source>
        <translation>
            <numerusform>{as_of}, without the newest %Ln key</numerusform>
            <numerusform>{as_of}, without the newest %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proxy password(s)</source>
        <translation>
            <numerusform>%Ln proxy password</numerusform>
            <numerusform>%Ln proxy passwords</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) saved for other programs</source>
        <translation>
            <numerusform>%Ln key saved for other programs</numerusform>
            <numerusform>%Ln keys saved for other programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong code. %Ln attempt(s) left.</source>
        <translation>
            <numerusform>Wrong code. %Ln attempt left.</numerusform>
            <numerusform>Wrong code. %Ln attempts left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong recovery code, or it was used before. %Ln attempt(s) left.</source>
        <translation>
            <numerusform>Wrong recovery code, or it was used before. %Ln attempt left.</numerusform>
            <numerusform>Wrong recovery code, or it was used before. %Ln attempts left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerActions</name>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check sign-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the sign-in of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete customer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {email} was discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was discarded 10 minutes after the store was locked. The customer can sign in with it if someone passed it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, but it went through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped waiting for “{doing}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may still go through. Refresh before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create guest…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerDetail</name>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read addresses and metadata. They are larger than {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read addresses and metadata. The server sent them in an unexpected format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read addresses and metadata. {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerFacts</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {groups}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, with the email they registered with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also used by a guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, this is a guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also used by an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerFilters</name>
    <message>
        <source>Search name or email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Edit customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in at least one field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This doesn&apos;t change their sign-in: they keep using the old email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guest is a customer who cannot sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. Check the list before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, and checking failed as well. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. Not there at {time}, but it may still appear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another customer already uses this email. Change theirs, or use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another customer already uses this email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account has this email. The two records stay separate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guest has this email. The two records stay separate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{email} already exists in different capitals. Medusa treats them as two customers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers appear here when they sign up or place an order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matching customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a key. Look for it on the API keys page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer has been deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) match</source>
        <translation>
            <numerusform>%Ln customer matches</numerusform>
            <numerusform>%Ln customers match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of %Ln customer(s) matches</source>
        <translation>
            <numerusform>1 of %Ln customer matches</numerusform>
            <numerusform>1 of %Ln customers matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln customer(s) match</source>
        <translation>
            <numerusform>{count} of %Ln customer match</numerusform>
            <numerusform>{count} of %Ln customers match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPlaces</name>
    <message>
        <source>Where data is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores, settings, the log, the demo store, and which keys are not yet confirmed as saved. Never a key, a password or a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys, customers&apos; passwords, and what you search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions you chose to keep, passwords of proxies, and keys you saved there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteCustomer</name>
    <message>
        <source>Delete customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {email} to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this customer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the account of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the guest {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer and their sign-in are deleted immediately. Orders, and any guest with the same email, are kept. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest is deleted immediately. Orders, and any account with the same email, are kept. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoHost</name>
    <message>
        <source>Demo changes can&apos;t be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t write to the data folder. Changes to the demo store are lost when you close the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoctorCounts</name>
    <message numerus="yes">
        <source>The key is cut: it has %n of 64 digits. Copy it whole from where it was saved.</source>
        <translation>
            <numerusform>The key is cut: it has %n of 64 digits. Copy it whole from where it was saved.</numerusform>
            <numerusform>The key is cut: it has %n of 64 digits. Copy it whole from where it was saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the keys of the store… %Ln so far.</source>
        <translation>
            <numerusform>Reading the keys of the store… %Ln so far.</numerusform>
            <numerusform>Reading the keys of the store… %Ln so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorWell</name>
    <message>
        <source>Paste the request that fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curl line, an HTTP request, a line of an .env file or of code. It is read on this computer, not shown and not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key that fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or all of the request that fails: a curl line, an HTTP request, a line of an .env file or of code. It is read on this computer, not shown and not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste from clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmailField</name>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndActions</name>
    <message>
        <source>Schedule revocation of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule revocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works until then. Storefronts that use it stop working at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works until then. Whatever uses it stops working at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now it works until {when}. It can be moved, never made endless again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the end of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An end can be moved, but never removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa Admin shows a key with an end as revoked, though it still works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: the end may not have been set. {why}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndField</name>
    <message>
        <source>A date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a date and time, for example 2026-11-30 14:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} doesn&apos;t exist that day: the clocks go forward. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time has passed. Choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a time at least 1 minute from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a time within 10 years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {when}. That time comes twice, because the clocks go back; this is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {when}, the next working morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>180 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it work for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndFirst</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting its end: {when}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no end yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works until {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} It is to end on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndOfNewKey</name>
    <message>
        <source>“{title}” was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard and revoke this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work. {why}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvironmentBar</name>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEVELOPMENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportCounts</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{exported} of %Ln key(s)</source>
        <translation>
            <numerusform>{exported} of %Ln key</numerusform>
            <numerusform>{exported} of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} of %Ln key(s) read</source>
        <translation>
            <numerusform>{number} of %Ln key read</numerusform>
            <numerusform>{number} of %Ln keys read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) exported to {file}</source>
        <translation>
            <numerusform>%Ln key exported to {file}</numerusform>
            <numerusform>%Ln keys exported to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) were deleted while the others were read.</source>
        <translation>
            <numerusform>%Ln key was deleted while the others were read.</numerusform>
            <numerusform>%Ln keys were deleted while the others were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln key(s) in this order are exported.</source>
        <translation>
            <numerusform>Only the first %Ln key in this order is exported.</numerusform>
            <numerusform>Only the first %Ln keys in this order are exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no key, only the redacted forms. It can name people: titles and who created a key are personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a CSV file, a field that begins like a formula gets a &apos; in front, so that no spreadsheet computes it. A JSON file holds it unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Copy {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailedStrip</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureNotices</name>
    <message>
        <source>Edit store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role allows this now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your new permissions are active.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>That looks like a key. It was not entered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password contains a line break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code has only digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only codes of six digits can be entered here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like part of a key. Search for its first 6 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>{label}: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgotPassword</name>
    <message>
        <source>Forgot password?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link or token from the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not saved anywhere on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a mail first, or paste what a colleague has sent you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo store&apos;s password is {password}. It sends no mail. To try this, sign in, choose “Reset password…” for a colleague on the page Colleagues, and paste here what you copy there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the email of your admin account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t confirm that. Look for the mail before you ask again: a newer one makes the link in the older one useless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If an account with the email {email} exists and the shop sends such mails, one is on its way. Its link works for 15 minutes. If none comes, ask an admin of the store for a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a password, or choose Generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Ask for a new mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t confirm that the new password is set. Try to sign in with it; if that fails, ask for a new mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped waiting. The new password may be set all the same: try to sign in with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GlanceStrip</name>
    <message>
        <source>Shows only these keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOverButton</name>
    <message>
        <source>Hand over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line that reads the key unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in the keyring as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Run it in a terminal, then paste the key and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadPart</name>
    <message>
        <source>This key still works. Revoke it first: until then it can make more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} by the store&apos;s clock, as {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HiddenText</name>
    <message>
        <source>The text, with its values hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 s more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncidentCounts</name>
    <message numerus="yes">
        <source>%Ln other key(s) stood in the same text; of them, this store told nothing.</source>
        <translation>
            <numerusform>%Ln other key stood in the same text; of it, this store told nothing.</numerusform>
            <numerusform>%Ln other keys stood in the same text; of them, this store told nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and in %Ln more place(s)</source>
        <translation>
            <numerusform>and in %Ln more place</numerusform>
            <numerusform>and in %Ln more places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more record(s) that look the same</source>
        <translation>
            <numerusform>and %Ln more record that looks the same</numerusform>
            <numerusform>and %Ln more records that look the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s), made by it or by a key that it made:</source>
        <translation>
            <numerusform>%Ln key, made by it or by a key that it made:</numerusform>
            <numerusform>%Ln keys, made by it or by a key that it made:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s):</source>
        <translation>
            <numerusform>%Ln customer:</numerusform>
            <numerusform>%Ln customers:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer group(s):</source>
        <translation>
            <numerusform>%Ln customer group:</numerusform>
            <numerusform>%Ln customer groups:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tax region(s):</source>
        <translation>
            <numerusform>%Ln tax region:</numerusform>
            <numerusform>%Ln tax regions:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) cannot be attributed:</source>
        <translation>
            <numerusform>%Ln key cannot be attributed:</numerusform>
            <numerusform>%Ln keys cannot be attributed:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) made by such keys, or by a maker that has no record:</source>
        <translation>
            <numerusform>%Ln record made by such keys, or by a maker that has no record:</numerusform>
            <numerusform>%Ln records made by such keys, or by a maker that has no record:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) who may sign in joined since the key was made:</source>
        <translation>
            <numerusform>%Ln person who may sign in joined since the key was made:</numerusform>
            <numerusform>%Ln people who may sign in joined since the key was made:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open invite(s) made since the key was made:</source>
        <translation>
            <numerusform>%Ln open invite made since the key was made:</numerusform>
            <numerusform>%Ln open invites made since the key was made:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) revoked, or given an end, by it or by a key that it made:</source>
        <translation>
            <numerusform>%Ln key revoked, or given an end, by it or by a key that it made:</numerusform>
            <numerusform>%Ln keys revoked, or given an end, by it or by a key that it made:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) changed since the leak, by whomever. Medusa does not say what was changed:</source>
        <translation>
            <numerusform>%Ln key changed since the leak, by whomever. Medusa does not say what was changed:</numerusform>
            <numerusform>%Ln keys changed since the leak, by whomever. Medusa does not say what was changed:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more. The report as a Markdown file names all of them.</source>
        <translation>
            <numerusform>and %Ln more. The report as a Markdown file names all of them.</numerusform>
            <numerusform>and %Ln more. The report as a Markdown file names all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) joined since the key was made: ask who let them in, and remove whoever nobody knows.</source>
        <translation>
            <numerusform>%Ln person joined since the key was made: ask who let them in, and remove them if nobody knows.</numerusform>
            <numerusform>%Ln people joined since the key was made: ask who let them in, and remove whoever nobody knows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open invite(s) since the key was made: delete what nobody here has sent.</source>
        <translation>
            <numerusform>%Ln open invite since the key was made: delete it if nobody here has sent it.</numerusform>
            <numerusform>%Ln open invites since the key was made: delete those that nobody here has sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made by a leaked key still work: revoke what nobody needs.</source>
        <translation>
            <numerusform>%Ln key made by a leaked key still works: revoke it if nobody needs it.</numerusform>
            <numerusform>%Ln keys made by a leaked key still work: revoke those that nobody needs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) that cannot be attributed still work: ask whose they are, and revoke the others.</source>
        <translation>
            <numerusform>%Ln key that cannot be attributed still works: ask whose it is, and revoke it if nobody knows.</numerusform>
            <numerusform>%Ln keys that cannot be attributed still work: ask whose they are, and revoke those that nobody knows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made by it that work</source>
        <translation>
            <numerusform>%Ln key made by it that works</numerusform>
            <numerusform>%Ln keys made by it that work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) that work and cannot be attributed</source>
        <translation>
            <numerusform>%Ln key that works and cannot be attributed</numerusform>
            <numerusform>%Ln keys that work and cannot be attributed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) stand above in short. The report as a Markdown file tells all of them.</source>
        <translation>
            <numerusform>%Ln more key stands above in short. The report as a Markdown file tells all of it.</numerusform>
            <numerusform>%Ln more keys stand above in short. The report as a Markdown file tells all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InviteForm</name>
    <message>
        <source>Invite colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles can&apos;t be chosen. {why} The invite then gives none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a role they can sign in, but can&apos;t view anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite {email} to {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, and checking failed as well. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. No invite for this email at {time}, but it may still appear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody with this email is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This email has an open invite. Resend that one, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get a message to send along: Medusa mails it only where the shop has set that up. The invite can be accepted for a day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinedPart</name>
    <message>
        <source>Joined since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and invites newer than the key. Medusa does not record who let them in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is you. Let another admin look at your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete invite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepChoice</name>
    <message>
        <source>Keep me signed in on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} You will need your password next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the box to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session will be saved, encrypted, in the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo sign-in is filled in. Press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session will be saved, encrypted, in {place}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyActions</name>
    <message>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storefronts that use it stop working immediately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything that uses it stops working immediately. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke “{title}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo rename of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa does not record where a key is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the record of “{title}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}. Nothing was sent. At {time} this key was active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ago} by {creator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the record of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have saved this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting its record removes every trace of it from the server, including who revoked it and when. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still active. Checked at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” no longer exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was deleted and no longer works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} ({environment}), {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm that {name} is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the last sales channel of “{title}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storefronts that use this key stop showing products immediately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a channel to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the sales channels of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is used…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note where {name} is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View store as this key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View the store as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule revocation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule the revocation of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the end of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does this key fail?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out why {name} fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it did…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what {name} did</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>Publishable key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create publishable key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for publishable keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store has no active publishable key. Medusa needs one to register customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no sales channel. Registering works, but a storefront that uses it can&apos;t load products.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyCreation</name>
    <message>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was discarded 10 minutes after the store was locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create publishable key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storefront</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record that the key was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record that the key was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note where “{title}” is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record that the key has no end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyDetail</name>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No confirmation from {store} at {time} ({why}). Assume the key still works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked at {time}. The revoke did not go through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is still active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was created, but “{channel}” may not have been added ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was created, but “{channel}” was not added ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channel missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyDoctorDialog</name>
    <message>
        <source>Why does this key fail?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong in what was pasted:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it in a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long. Paste the key or its request alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is no longer in memory. Paste it again to check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyFacts</name>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {type}, {state}, no sales channel, {redacted}, created {ago} by {creator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {type}, {state}, {redacted}, created {ago} by {creator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded by Medusa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy redacted form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Storefront requests will fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied, not confirmed as saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy full key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa does not say what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sales channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sales channel. Storefront requests will fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works until…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaked and working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyFilters</name>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or paste a full key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a key. Every admin can see titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. ERP nightly sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full access to the Admin API. Shown only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For storefronts. Can be viewed any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a title so that people can tell keys apart.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyGlance</name>
    <message>
        <source>Reading keys: {read} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all keys could be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all keys were read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyReminders</name>
    <message>
        <source>Save calendar file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save calendar file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysFound</name>
    <message>
        <source>Keys found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeakCard</name>
    <message>
        <source>Found in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was revoked: what this card shows has changed. Check it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is no longer in memory. Paste it again to check it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeakCounts</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{listed} of %Ln shown</source>
        <translation>
            <numerusform>{listed} of %Ln shown</numerusform>
            <numerusform>{listed} of %Ln shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Works in %Ln store(s)</source>
        <translation>
            <numerusform>Works in %Ln store</numerusform>
            <numerusform>Works in %Ln stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listed by %Ln store(s)</source>
        <translation>
            <numerusform>Listed by %Ln store</numerusform>
            <numerusform>Listed by %Ln stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Perhaps one of %Ln key(s)</source>
        <translation>
            <numerusform>Perhaps %Ln key</numerusform>
            <numerusform>Perhaps one of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in %Ln store(s)</source>
        <translation>
            <numerusform>Not in %Ln store</numerusform>
            <numerusform>Not in %Ln stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) were not asked</source>
        <translation>
            <numerusform>%Ln store was not asked</numerusform>
            <numerusform>%Ln stores were not asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more store(s)</source>
        <translation>
            <numerusform>… and %Ln more store</numerusform>
            <numerusform>… and %Ln more stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) are in the list above. Choose one to see it.</source>
        <translation>
            <numerusform>%Ln more key is in the list above. Choose it to see it.</numerusform>
            <numerusform>%Ln more keys are in the list above. Choose one to see it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proof(s) were neither copied nor saved, and are lost.</source>
        <translation>
            <numerusform>%Ln proof was neither copied nor saved, and is lost.</numerusform>
            <numerusform>%Ln proofs were neither copied nor saved, and are lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln proof(s) that were neither copied nor saved?</source>
        <translation>
            <numerusform>Clear %Ln proof that was neither copied nor saved?</numerusform>
            <numerusform>Clear %Ln proofs that were neither copied nor saved?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden again in %Ln s</source>
        <translation>
            <numerusform>Hidden again in %Ln s</numerusform>
            <numerusform>Hidden again in %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice · dead after %Ln s</source>
        <translation>
            <numerusform>Practice · dead after %Ln s</numerusform>
            <numerusform>Practice · dead after %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Best time: %Ln s</source>
        <translation>
            <numerusform>Best time: %Ln s</numerusform>
            <numerusform>Best time: %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice · %Ln s</source>
        <translation>
            <numerusform>Practice · %Ln s</numerusform>
            <numerusform>Practice · %Ln s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeakDateField</name>
    <message>
        <source>{time}, from the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaked since (first known date)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a date, nothing is told as before or after the leak, and no key is ticked for you. Enter when strangers could first read the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split into before and after {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earliest date in the report. Whoever wrote a commit can have set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a date and time, for example 2026-11-30 14:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} doesn&apos;t exist that day: the clocks go forward. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} has not come yet. Choose an earlier time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeakDeskHost</name>
    <message>
        <source>Close this dialog first, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leak desk opens once you have entered the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice in the demo store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in to a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a leaked key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeakRequest</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} ({environment}), {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please revoke this Medusa API key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title: “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortened form: {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works right now: the store accepted it at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leaked key works right now: the store accepted it at {time}, but did not say which key it is. This one looks the same in its shortened form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a publishable key, which every storefront shows. It is no leak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not proven that this is the leaked key, nor that it works: only the shortened form was compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeakedStrip</name>
    <message>
        <source>A leaked key still works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaked and working: “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace, then revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeaksPage</name>
    <message>
        <source>Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste from clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that may hold keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or drop anything. Keys are found on this computer; one is sent only to a store that already lists it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftEmpty</name>
    <message>
        <source>Type “{name}” to confirm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search parts and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part comes without the text of its licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>“{action}” is not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, outside your search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, further down in this order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>The demo store&apos;s password is {password}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can still sign out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) not yet saved, {minutes} min left</source>
        <translation>
            <numerusform>%Ln key not yet saved, {minutes} min left</numerusform>
            <numerusform>%Ln keys not yet saved, {minutes} min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer password(s) not passed on yet, {minutes} min left</source>
        <translation>
            <numerusform>%Ln customer password not passed on yet, {minutes} min left</numerusform>
            <numerusform>%Ln customer passwords not passed on yet, {minutes} min left</numerusform>
        </translation>
    </message>
    <message>
        <source>An unsaved key was discarded. Unlock to see which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer&apos;s new password was discarded. Unlock to see whose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t check the password: {store} is unreachable ({time}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} is reachable again. Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LostKey</name>
    <message>
        <source>Nobody has this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke and create again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be read at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”, {type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the key created? The store didn&apos;t answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for it in the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the list at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking again in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{so_far} {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key may be one of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, but a publishable key can be viewed any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was created, but its secret is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was created, but its secret never arrived and can&apos;t be recovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still not there at {time}. The key was not created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MadePart</name>
    <message>
        <source>Made by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys made after the leak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys made before the leak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys made by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that cannot be attributed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that cannot be attributed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys revoked by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the leak, most is the key&apos;s own work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may be the work of this key, or of somebody let in with it: there is no way to tell. They are not revoked from here. Look at each in the list of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa does not say by whom, nor whether it was the title or the end. A change of sales channels does not show at all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all stores…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset demo store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out of all stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage stores…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where data is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Medusa Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clipboard for leaked keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyCounts</name>
    <message numerus="yes">
        <source>Revoke %Ln key(s)…</source>
        <translation>
            <numerusform>Revoke %Ln key…</numerusform>
            <numerusform>Revoke %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)</source>
        <translation>
            <numerusform>Revoke %Ln key</numerusform>
            <numerusform>Revoke %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)?</source>
        <translation>
            <numerusform>Revoke %Ln key?</numerusform>
            <numerusform>Revoke %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret key(s)</source>
        <translation>
            <numerusform>%Ln secret key</numerusform>
            <numerusform>%Ln secret keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publishable key(s) are not among them: they are public by design.</source>
        <translation>
            <numerusform>%Ln publishable key is not among them: it is public by design.</numerusform>
            <numerusform>%Ln publishable keys are not among them: they are public by design.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln leaked key(s) work right now</source>
        <translation>
            <numerusform>%Ln leaked key works right now</numerusform>
            <numerusform>%Ln leaked keys work right now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are all %Ln working secret key(s) of {store}. Everything connected stops.</source>
        <translation>
            <numerusform>This %Ln key is the only working secret key of {store}. Everything connected stops.</numerusform>
            <numerusform>These are all %Ln working secret keys of {store}. Everything connected stops.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{settled} of %Ln key(s)</source>
        <translation>
            <numerusform>{settled} of %Ln key</numerusform>
            <numerusform>{settled} of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dead</source>
        <translation>
            <numerusform>%Ln dead</numerusform>
            <numerusform>%Ln dead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked, not proven</source>
        <translation>
            <numerusform>%Ln revoked, not proven</numerusform>
            <numerusform>%Ln revoked, not proven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed</source>
        <translation>
            <numerusform>%Ln not confirmed</numerusform>
            <numerusform>%Ln not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not touched</source>
        <translation>
            <numerusform>%Ln not touched</numerusform>
            <numerusform>%Ln not touched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyKeyActions</name>
    <message>
        <source>Receipts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipts can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for them in the folder “receipts” of the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the run above the table has ended, or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started {when}, stopped after {settled}. Select the same keys to go on: those that are done are left out. The receipts are in the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted: “{action}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyKeys</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %Ln</source>
        <translation>
            <numerusform>Select all %Ln</numerusform>
            <numerusform>Select all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) selected</source>
        <translation>
            <numerusform>%Ln key selected</numerusform>
            <numerusform>%Ln keys selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)…</source>
        <translation>
            <numerusform>Revoke %Ln key…</numerusform>
            <numerusform>Revoke %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule %Ln key(s)…</source>
        <translation>
            <numerusform>Schedule %Ln key…</numerusform>
            <numerusform>Schedule %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extend %Ln key(s)…</source>
        <translation>
            <numerusform>Extend %Ln key…</numerusform>
            <numerusform>Extend %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)…</source>
        <translation>
            <numerusform>Delete %Ln record…</numerusform>
            <numerusform>Delete %Ln records…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)</source>
        <translation>
            <numerusform>Revoke %Ln key</numerusform>
            <numerusform>Revoke %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule %Ln key(s)</source>
        <translation>
            <numerusform>Schedule %Ln key</numerusform>
            <numerusform>Schedule %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extend %Ln key(s)</source>
        <translation>
            <numerusform>Extend %Ln key</numerusform>
            <numerusform>Extend %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)</source>
        <translation>
            <numerusform>Delete %Ln record</numerusform>
            <numerusform>Delete %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln key(s)?</source>
        <translation>
            <numerusform>Revoke %Ln key?</numerusform>
            <numerusform>Revoke %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule %Ln key(s)?</source>
        <translation>
            <numerusform>Schedule %Ln key?</numerusform>
            <numerusform>Schedule %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extend %Ln key(s)?</source>
        <translation>
            <numerusform>Extend %Ln key?</numerusform>
            <numerusform>Extend %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s)?</source>
        <translation>
            <numerusform>Delete %Ln record?</numerusform>
            <numerusform>Delete %Ln records?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secret key(s)</source>
        <translation>
            <numerusform>%Ln secret key</numerusform>
            <numerusform>%Ln secret keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publishable key(s)</source>
        <translation>
            <numerusform>%Ln publishable key</numerusform>
            <numerusform>%Ln publishable keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them leaked, or was made by a leaked key: its record is the only evidence on the server of who revoked it and when.</source>
        <translation>
            <numerusform>%Ln of them leaked, or was made by a leaked key: its record is the only evidence on the server of who revoked it and when.</numerusform>
            <numerusform>%Ln of them leaked, or were made by a leaked key: their records are the only evidence on the server of who revoked them and when.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s) of the selection stay as they are</source>
        <translation>
            <numerusform>%Ln other of the selection stays as it is</numerusform>
            <numerusform>%Ln others of the selection stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %Ln key(s)…</source>
        <translation>
            <numerusform>Reading %Ln key…</numerusform>
            <numerusform>Reading %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type %Ln to confirm</source>
        <translation>
            <numerusform>Type %Ln to confirm</numerusform>
            <numerusform>Type %Ln to confirm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{settled} of %Ln key(s)</source>
        <translation>
            <numerusform>{settled} of %Ln key</numerusform>
            <numerusform>{settled} of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) have no receipt: they were not begun, or their result is not known.</source>
        <translation>
            <numerusform>%Ln key has no receipt: it was not begun, or its result is not known.</numerusform>
            <numerusform>%Ln keys have no receipt: they were not begun, or their result is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts in %Ln s</source>
        <translation>
            <numerusform>Starts in %Ln s</numerusform>
            <numerusform>Starts in %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln done</numerusform>
            <numerusform>%Ln done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln needed nothing</source>
        <translation>
            <numerusform>%Ln needed nothing</numerusform>
            <numerusform>%Ln needed nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed</source>
        <translation>
            <numerusform>%Ln not confirmed</numerusform>
            <numerusform>%Ln not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not touched</source>
        <translation>
            <numerusform>%Ln not touched</numerusform>
            <numerusform>%Ln not touched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyQuestion</name>
    <message>
        <source>Keep keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything that uses these keys stops working immediately. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa does not record where a key is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} · created {ago} by {creator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type “{name}” to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created {ago} by {creator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use not noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyRun</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · {form} · {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called off. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipts can&apos;t be written, so no more records are deleted. Free some space, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipts can&apos;t be written. Save them with “Receipts…” before you quit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskedSecret</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Message for whoever leaked the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never holds the key. Name these too:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyAccount</name>
    <message>
        <source>My account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy session details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles are off: every admin has full access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role}: full access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None in this store. Ask an admin for a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, unless renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session details copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions unknown. The store decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A role you have was deleted. Until an admin takes it from you, this store refuses everything after a sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoPermission</name>
    <message>
        <source>Copy request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account has no role in this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give my account {email} a role in the Medusa store {name} ({origin}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please change the role of my account {email} in {name} ({origin}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I need: {permissions}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in but can&apos;t view anything yet. Ask an admin for a role, then choose Refresh permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store doesn&apos;t let you view this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It doesn&apos;t say which permission is missing. Ask an admin for a role that allows this, then choose Refresh permissions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotLookedPart</name>
    <message>
        <source>Not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>e.g. ERP server, nightly job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is it used? (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is it used?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This note stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a secret. Notes are not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Where “{title}” is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenRotations</name>
    <message>
        <source>Still both: “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old key and its successor have both been active since {when}. The new one was not tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation not finished: “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was begun at {when}, and no usable successor is known. The old key works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call off the rotation of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old key and its successor have both worked since {when}. End the old one once nothing uses it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenStore</name>
    <message>
        <source>Read where keys are used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenStores</name>
    <message>
        <source>This address hasn&apos;t been confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was imported. Nothing has been sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>Also found, and not ended by revoking a key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnPassword</name>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not saved anywhere on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that are open stay open, and two-step sign-in stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a password, or choose Generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a new password for your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer. Your password is the old one: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t confirm that the new password is set. Try both when you sign in next, or set it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped waiting. The new password may be set all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>API keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search stores, actions, keys, customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ Choose   ↵ Open   Esc Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couldn&apos;t search: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a key. Search for it on the API keys page ({keys}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak: can be guessed in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: can be guessed in hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good: can be guessed in days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong: practically unguessable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordHandover</name>
    <message>
        <source>Copy password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy sign-in details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested: {email} can sign in with this password. Copy it now; you can&apos;t see it again after closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account at {store}
Email: {email}
Password: {password}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordPrompt</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordsPart</name>
    <message>
        <source>Everybody sets a new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles are off in this store, so the key could fetch the token with which any admin sets a new password. That leaves no trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store did not tell what roles allow a key. If they are off, the key could fetch the token with which any admin sets a new password. That leaves no trace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastedKey</name>
    <message>
        <source>Try this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the new key, which is {redacted}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleActions</name>
    <message>
        <source>Remove {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{who}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the invite for {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PermissionTable</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{resource}, {operation}: allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{resource}, {operation}: not allowed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeStrip</name>
    <message>
        <source>Stop practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A staged leak. Only the demo store can be asked or changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofPanel</name>
    <message>
        <source>The data folder could not be written: if the program ends before the proof, the next start does not tell of this revoke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} accepted it at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked, and the record shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused twice, and your own session accepted in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the store refuses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking that the store refuses it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store still accepts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven that the store refuses it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderAgain</name>
    <message>
        <source>You came in through {provider}. Only {provider} can confirm here that it is you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderButtons</name>
    <message>
        <source>Open the page again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue in your browser, on the page of {provider}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close this window and go back to Medusa Console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with {provider}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} knows you as {email}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If an admin of {store} has this email, this sign-in will open that admin&apos;s account from now on. If not, a new admin account is created: without roles, or with full access where the store uses no roles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No admin account belongs to this sign-in yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link or create account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishableActions</name>
    <message>
        <source>Reactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate “{title}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa Admin goes on showing it as revoked, from now on by you. To delete its record later, revoke it again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when} by {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was reactivated, but may not work yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried just now: the store accepts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused it just now. It caches keys, so try again within the hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused it just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be tried: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{result} {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View store as this key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storefronts that use it work again immediately, until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revoked key can&apos;t be given back without an end. The end can be moved later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPart</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReauthPrompt</name>
    <message>
        <source>Your session at {store} has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this page is lost. Sign in to make changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in to {store} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{action}” was refused. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptsDialog</name>
    <message>
        <source>Receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept for 400 days in the folder “receipts” of the data folder. They hold no key, but can name people: titles and account IDs are personal data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordPart</name>
    <message>
        <source>This card has just changed. Press {keys} again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace, then revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it did…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryCodes</name>
    <message>
        <source>Save these recovery codes now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery codes, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy and hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have saved these codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of these codes signs you in once, without your phone. Medusa won&apos;t show them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step sign-in is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier ones no longer work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recovery codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery codes of {account} at {store}. Each works once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or save the codes, or tick “I have saved these codes”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterCustomer</name>
    <message>
        <source>Register customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer already existed. Name and details were not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped waiting. It may still go through. You can safely try again with the same password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this registration?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in may already exist, without a customer. Only the password in this form can finish it, and it is discarded when you stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You haven&apos;t copied the password. Copy it, or choose Done to close.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegistrationForm</name>
    <message>
        <source>Give it to the customer. It is not saved anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa needs a publishable key to register customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a password, or choose Generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account with this email exists. You can only finish an interrupted registration, with the same password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guest has this email. The two records stay separate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{email} already exists in different capitals. Medusa treats them as two customers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReminderWords</name>
    <message numerus="yes">
        <source>%Ln key(s) end today</source>
        <translation>
            <numerusform>%Ln key ends today</numerusform>
            <numerusform>%Ln keys end today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) end by {day} morning</source>
        <translation>
            <numerusform>%Ln key ends by {day} morning</numerusform>
            <numerusform>%Ln keys end by {day} morning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more within a week</source>
        <translation>
            <numerusform>%Ln more within a week</numerusform>
            <numerusform>%Ln more within a week</numerusform>
        </translation>
    </message>
    <message>
        <source>{when}: “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders appear only while Medusa Console is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Medusa Console to see which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store}: “{title}”, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln end(s) of keys, with an alarm a week and a day before each. Your calendar then reminds you without Medusa Console.</source>
        <translation>
            <numerusform>%Ln key end, with an alarm a week and a day before it. Your calendar then reminds you without Medusa Console.</numerusform>
            <numerusform>%Ln key ends, with an alarm a week and a day before each. Your calendar then reminds you without Medusa Console.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) end within a day</source>
        <translation>
            <numerusform>%Ln key ends within a day</numerusform>
            <numerusform>%Ln keys end within a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) end within a week</source>
        <translation>
            <numerusform>%Ln key ends within a week</numerusform>
            <numerusform>%Ln keys end within a week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Save the incident report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells of this store alone: what was found, done and seen here, with times and IDs, how anybody can check it, and what is not known. It never holds a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name people, with their emails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the tick, people are IDs. Customers are always counts and IDs. What it holds may be personal data all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has looked yet for what the keys in it did. Look with “What it did…”, then save it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevealKey</name>
    <message>
        <source>Copy and hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard and revoke this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard “{title}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard and revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this key now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have saved this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was shown or copied. Every copy stops working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work. {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key, tick “I have saved this key”, or discard it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was created. Medusa won&apos;t show it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for its end, or discard the key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevealToken</name>
    <message>
        <source>Send this along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the admin pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a link in the message. Kept with this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You haven&apos;t copied it. Copy it, or choose Done to close.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevokePreview</name>
    <message>
        <source>Keys made by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything that uses these keys stops working immediately. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leak&apos;s date is unknown, so nothing is ticked for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked are the secret keys made after the leak that still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishable keys cannot be ticked here: they are public by design, and a storefront would stop. Look at each in the list of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these is a secret key that still works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke what it made?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoleList</name>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RotateActions</name>
    <message>
        <source>“{title}”. Paste the key into the leak desk to prove that it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked, as its record shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the old key end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RotateEnd</name>
    <message>
        <source>Rotate “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have saved this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule revocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy full key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa cannot tell whether the old key is still used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old key goes on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, but roles are on: what Medusa guards by a role refuses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused. The store does not accept the new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried: Medusa Console no longer has the new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it to try it now. Without a trial, check that everything works with it before you end the old key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried. {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new key to everything that uses the leaked one, then revoke that one. Until then it stays marked as leaked and working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new key to everything that uses the old one, then end the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last made something: a customer, {ago}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last made something: a customer group, {ago}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last made something: a key, {ago}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key was not confirmed as saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you do not have it, revoke it and make another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: the end may not have been set. {why}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RotateForm</name>
    <message>
        <source>Rotate “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leaked key works until you revoke it. First give the new one to everything that uses it, then revoke the leaked one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both keys work until you end the old one, so nothing that uses it has to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both keys work until you end the old one, so no storefront that uses it has to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a title so that people can tell keys apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a key. Every admin can see titles.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RotateLinks</name>
    <message>
        <source>Show new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its successor works too. This key is to be ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It replaces “{title}”, which still works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RotateSteps</name>
    <message>
        <source>Create the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the new key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key not tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old key has an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key not confirmed as saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its sales channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying its sales channels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels not copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels may not have been copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPart</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result: {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipts can&apos;t be written. The keys are revoked all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Replace “{file}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file exists already. Its content is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveInKeyring</name>
    <message>
        <source>Save in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every program that runs under your account can read it from {keyring} while the keyring is unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an entry of this name. Use another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Secret key, hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Actions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendToCommand</name>
    <message>
        <source>Send to a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. gh secret set MEDUSA_KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs without a shell and reads the key from its standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the key with a line break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running for {seconds} s. It is stopped after {limit} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {limit} s. It may have used the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command says it worked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command failed (exit code {code}). It may have used the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. It may have used the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program}: {result}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetUpTwoStep</name>
    <message>
        <source>Set up two-step sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan this with an authenticator app on your phone, or enter the secret there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then enter the code that the app shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code for an authenticator app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code has six digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong code. Enter the one that the app shows now. If it stays wrong, check the phone&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost, and two-step sign-in is not on yet. Enter the code that the app shows now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost. Two-step sign-in may be on or not. Enter the code that the app shows now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped waiting. It may still be turned on. Cancel removes it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock a store to change the times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change applies when you next start Medusa Console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa Console {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear copied keys after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks after this long without input; 0 turns it off. Stores also lock when the computer sleeps and, on Linux, when the screen is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With key and store names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week and a day before a key ends, the desktop shows a notification. Reminders appear only while Medusa Console is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the selected row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to stores 1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists and questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clipboard for leaked keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShowPassword</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInAgain</name>
    <message>
        <source>Sign in again to {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session ended at {time}. Nothing on this page is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{action}” was refused and changed nothing. You can repeat it afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leak desk goes on as soon as you are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {time} the store asked for your second factor. Nothing on this page is lost. Sign in again with your password and a code.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the email of your admin account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. You are not signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} · encrypted connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} · on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgot password?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to the demo store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {host}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInNotices</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new password is set. Sign in with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step sign-in stays as it is. Sessions that were open before go on until they end: if someone else knew your password, tell an admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You had an account here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This email and password open an admin account of this store. The invite was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To stay signed in, this computer needs a keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Linux, install GNOME Keyring or KWallet and log in to your desktop again, so that the keyring is unlocked. Windows and macOS come with one. Then choose the store again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store offers no way to sign in here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes neither email and password, nor has it a provider with a page that can be opened in your browser.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Medusa Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need the address of your Medusa server and an admin account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create, find and revoke Medusa API keys, and be sure revoked ones are dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A built-in sample store with about 60 keys. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage stores…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepUp</name>
    <message>
        <source>Confirm that it&apos;s you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to {store} again as {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password for {account} at {store}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo store&apos;s password is {password}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreAddress</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password will go to {origin} and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will be signed out of the old address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the right host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both spellings, then tick the box if this is the right host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of your Medusa server (backend), not of the storefront.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreFields</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live stores get a red frame and extra confirmations. If in doubt, choose Live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can sign in and look. Nothing in the store can be changed from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name. It appears in every title bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. Northwind EU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret keys are old after (days)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older keys get a mark in the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreFileActions</name>
    <message>
        <source>Export stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store lists (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores exported to {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file contains no account, password or session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You confirm each address when you first open it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreForm</name>
    <message>
        <source>Edit store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced: CA certificate, proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark “{store}” as staging?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark “{store}” as development?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It loses the red frame and the extra confirmations. The store itself doesn&apos;t change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreList</name>
    <message>
        <source>Stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in, nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreListActions</name>
    <message>
        <source>Remove “{store}” from this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all stores?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You won&apos;t be reminded of this any more, and the keys may still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will be signed out, and your session, notes and commands for it are deleted from this computer. Receipts stay. The store itself doesn&apos;t change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of stores, your sessions, proxy passwords and notes are deleted from this computer. Nothing is sent, and the stores themselves don&apos;t change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreSection</name>
    <message>
        <source>Revoke again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request copied. Paste it into a chat or an email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a request for somebody who may revoke this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does this key fail?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoresDialog</name>
    <message>
        <source>Stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store yet. Add one, or import a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock this store first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Submission</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SwitchButton</name>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {time} · {loaded} of {count} loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches your search and filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing data from {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceCounts</name>
    <message numerus="yes">
        <source>%Ln person/people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open invite(s)</source>
        <translation>
            <numerusform>%Ln open invite</numerusform>
            <numerusform>%Ln open invites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer than the leak</source>
        <translation>
            <numerusform>%Ln newer than the leak</numerusform>
            <numerusform>%Ln newer than the leak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made after the leak</source>
        <translation>
            <numerusform>%Ln key made after the leak</numerusform>
            <numerusform>%Ln keys made after the leak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made before the leak</source>
        <translation>
            <numerusform>%Ln key made before the leak</numerusform>
            <numerusform>%Ln keys made before the leak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer group(s)</source>
        <translation>
            <numerusform>%Ln customer group</numerusform>
            <numerusform>%Ln customer groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tax region(s)</source>
        <translation>
            <numerusform>%Ln tax region</numerusform>
            <numerusform>%Ln tax regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other record(s)</source>
        <translation>
            <numerusform>%Ln other record</numerusform>
            <numerusform>%Ln other records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln after the leak</source>
        <translation>
            <numerusform>%Ln after the leak</numerusform>
            <numerusform>%Ln after the leak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) cannot be attributed</source>
        <translation>
            <numerusform>%Ln key cannot be attributed</numerusform>
            <numerusform>%Ln keys cannot be attributed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) cannot be attributed</source>
        <translation>
            <numerusform>%Ln record cannot be attributed</numerusform>
            <numerusform>%Ln records cannot be attributed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) revoked by it, or given an end</source>
        <translation>
            <numerusform>%Ln key revoked by it, or given an end</numerusform>
            <numerusform>%Ln keys revoked by it, or given an end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) changed since the leak</source>
        <translation>
            <numerusform>%Ln key changed since the leak</numerusform>
            <numerusform>%Ln keys changed since the leak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) changed since this key was made</source>
        <translation>
            <numerusform>%Ln key changed since this key was made</numerusform>
            <numerusform>%Ln keys changed since this key was made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ID(s) copied</source>
        <translation>
            <numerusform>%Ln ID copied</numerusform>
            <numerusform>%Ln IDs copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{read} of %Ln</source>
        <translation>
            <numerusform>{read} of %Ln</numerusform>
            <numerusform>{read} of %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke what it made… (%Ln new)</source>
        <translation>
            <numerusform>Revoke what it made… (%Ln new)</numerusform>
            <numerusform>Revoke what it made… (%Ln new)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) made by it</source>
        <translation>
            <numerusform>%Ln key made by it</numerusform>
            <numerusform>%Ln keys made by it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new since the last preview</source>
        <translation>
            <numerusform>%Ln new since the last preview</numerusform>
            <numerusform>%Ln new since the last preview</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln key(s) at once. Untick some; they come in the next round.</source>
        <translation>
            <numerusform>At most %Ln key at once. Untick some; they come in the next round.</numerusform>
            <numerusform>At most %Ln keys at once. Untick some; they come in the next round.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceList</name>
    <message>
        <source>Copy IDs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TurnOffCode</name>
    <message>
        <source>Turn off two-step sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your app, or a recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server wants a code for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the digits of the app&apos;s code, or a recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong code. Enter the one that the app shows now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped waiting. It may still be turned off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwoStepSection</name>
    <message>
        <source>Set up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up two-step sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new recovery codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off two-step sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unfinished set-up is removed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ones you have will stop working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After that, the provider&apos;s page alone signs you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After that, your password alone signs you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery codes were lost on their way and not seen. Make others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old codes are dead and the new ones were not seen. Make others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step sign-in is on, without recovery codes. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery codes are hidden since the lock. If you have not saved them, make others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step sign-in is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s answer was lost, and two-step sign-in was still on at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make other recovery codes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off. Your password alone signs you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A set-up was begun on {time} and not finished. It changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that began before go on without a code until they end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that began before go on without a code until they end. This one is one of them: sign out, and sign in again with a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On. After the provider&apos;s page you are asked for a code from your app, or a recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On. After your password you are asked for a code from your app, or a recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off. The provider&apos;s page alone signs you in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnprovenRevokes</name>
    <message>
        <source>Open leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revoke was not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” ({redacted}) in {store}: revoked at {when}, but nothing has shown that the key is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” ({redacted}) in {store} is not revoked. Revoke it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked, as its record shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” ({redacted}) in {store}. Paste the key again to prove that it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record no longer exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” ({redacted}) was deleted in {store} and no longer works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsettledKeys</name>
    <message>
        <source>Whether it still works could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works until {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have saved this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set its end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” may have been created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has no end yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” may not have been saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was to end on {when}, and has no end yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was to end on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was created at {when} in {store} ({environment}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} ({environment}) didn&apos;t answer at {when}, so its secret never reached this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was created at {when} in {store} ({environment}), copied, and never confirmed as saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was created at {when} in {store} ({environment}), shown, and never confirmed as saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was created at {when} in {store} ({environment}), but neither shown nor copied, so nobody has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerificationPanel</name>
    <message>
        <source>Verification code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify your email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was asked just now to send a code to {email}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store lets you in once {email} is verified. It has sent a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store lets you in once {email} is verified. Have a code sent, and enter it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If no mail comes, ask whoever runs the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code has expired. Have another one sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong code, or it was used before. Only the newest one works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewStore</name>
    <message>
        <source>What storefronts get with “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked as a storefront asks: with this key, without your session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was revoked, has ended, or was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: the store refuses this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key has no sales channel. The store answers every request for products with an error until the key gets one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither regions nor products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions, but no products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No published product is in the sales channels of this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a region, products have no prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products, but no region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions and products: this key works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region} ({currency})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Well</name>
    <message>
        <source>What leaked?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a key, an .env file, a log, a chat or a scanner&apos;s report with Ctrl+V, or drop it here. The text itself is not shown and not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste from clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one file at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be typed here. Paste with Ctrl+V, or choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatItDid</name>
    <message>
        <source>What “{title}” did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke what it made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new since the look before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What is shown is the look before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing is shown of what was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is under way in this store. Wait until it has ended, or stop it above the list of keys.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leak desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a rotation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WriteToFile</name>
    <message>
        <source>Write to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. /srv/shop/.env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets one variable in a file such as .env. All else in it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file, which only you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a link. The file that it points to is changed: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This changes in the file. Values are hidden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more like this</source>
        <translation>
            <numerusform>%Ln more like this</numerusform>
            <numerusform>%Ln more like this</numerusform>
        </translation>
    </message>
    <message>
        <source>Created {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Change</name>
    <message>
        <source>Removed: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added: {line}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Rest</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Asking the store…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>addresses</name>
    <message>
        <source>Careful: this name mixes alphabets, a common trick. It looks like “{read}” but is really {written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name looks like “{read}” and is really {written}. Letters of other alphabets can imitate the ones you expect.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message>
        <source>{action} ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>calendar_file</name>
    <message>
        <source>Save calendar file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar file saved as {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with your calendar. If an end is moved later, save a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key “{title}” of {store} ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key {redacted} ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops working then. Medusa Console can move its end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>{name} (disabled)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>colleagues</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this invite to {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are invited to {store} as {email}. Until {time}, choose “Accept invite” on the sign-in page of Medusa Console for {origin}, and paste this:
{secret}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are invited to {store} as {email}. Open this link before {time} and choose a password:
{secret}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this to {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has this becomes {who}: it sets a new password, once, until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a new password for {email} at {store}. Until {time}, choose “Forgot password?” on the sign-in page of Medusa Console for {origin}, and paste this:
{secret}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a new password for {email} at {store}. Open this link before {time}:
{secret}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has this can join {store}, also with another email than {email}, once, until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message and send it: Medusa mails it only where the shop has set that up. It can&apos;t be seen again after closing; “Resend invite…” makes another, and this one stops working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message and send it: Medusa mails it only where the shop has set that up. It can&apos;t be seen again after closing. Sessions that are open stay open, and a second factor stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Connection refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in {seconds:g} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting names a SOCKS proxy. Only HTTP proxies can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer&apos;s proxy setting, and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the store&apos;s settings, and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct {name}, or choose another proxy for the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it, or choose another proxy for the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, network or VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t reach {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server showed a certificate for another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s encryption is too old to be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may not be {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its header line “{value}” is not allowed in HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {host} is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is not a Medusa server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost before the store answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy can&apos;t be reached, or blocked the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy requires {kinds} sign-in, which Medusa Console doesn&apos;t support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy requires a valid user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its administrator for a sign-in with user name and password (Basic), or for a way to the store without the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter them in this computer&apos;s proxy setting, or choose another proxy for the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Edit store…” and enter them under “Advanced”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server showed a certificate from an issuer that this computer doesn&apos;t know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet. Check this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This port uses http, not https. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone may be intercepting the connection, or the address is wrong. Nothing was sent. Ask whoever runs the store. If its certificate comes from a private authority, choose “Edit store…” and enter the authority&apos;s CA certificate under “Advanced”. There is no other way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone may be intercepting the connection, or the address is wrong. Nothing was sent. Ask whoever runs the store. There is no way to skip this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server redirects to {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that is correct, change the store&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests for a server in front of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server in front of the store answered ({status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a firewall or proxy between this computer and {host}. Ask its administrator, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store doesn&apos;t know this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} may run a Medusa version that this program doesn&apos;t know, or a gateway in front of it blocks some requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read the answer of {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is encoded as “{value}”, which Medusa Console doesn&apos;t support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is compressed (“{value}”), but the compressed data is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrives in thousands of tiny pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs the store, or a proxy in front of it, to fix that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading stopped after {size}, to protect this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered with a web page. It may be the storefront&apos;s address, or a Wi-Fi sign-in page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something unexpected happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store says: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This email is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store sends whoever signs in with a password to a provider&apos;s page. Choose “Continue with…” instead, if the store offers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role allows this now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you are stopping an attack, do not sign out: you cannot sign in again, but this session still works until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This no longer exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy&apos;s password is still in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is still in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will need your password next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} is read-only on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may or may not have happened. Check before you try again. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can keep working. If it happens again, send us the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong password. It is case-sensitive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email and password are correct, but they don&apos;t belong to an admin account. There may be an invite that was never accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a customer&apos;s sign-in. Use an admin&apos;s email instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email and password are correct, but they don&apos;t belong to a customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server accepted the password, but sent no session that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong email or password. Both are case-sensitive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code came too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again, and enter a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t accept this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was used already, a newer one has replaced it, it has expired, or it belongs to another store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone already signs in with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store rejected this publishable key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been revoked. Choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no sales channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refuses it every request for products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second factor is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role needs the permission {permissions}. After an admin grants it, try again. You are still signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone may have deleted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by someone else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can&apos;t be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t accept this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Delete the entries that begin with “{entry}” there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy&apos;s password was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Until it is, the proxy is used without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Your session ends when you close the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s CA certificate can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} Nothing was sent. Choose “Edit store…” and look under “Advanced”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} returned an error ({status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t write to the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program, perhaps a backup, is using the journal in it. Close that program or wait, then try again. Until then no key is created, so that none can get lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or check the folder&apos;s permissions. Until then no key is created, so that none can get lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings couldn&apos;t be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They apply until you close the program. Check the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or check the folder&apos;s permissions. No record is deleted before its receipt is on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command did not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many keys at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {most} can be selected. Narrow your search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account needs a kind of second factor that Medusa Console doesn&apos;t support. Sign in on the store&apos;s admin site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This email belongs to another account by now. Sign out, and sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again with your password and a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server asks for a code, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step sign-in is not available on this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes with Medusa 2.15.3 or newer, and this server doesn&apos;t have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no encryption key for it. Whoever runs the server sets it as mfa.encryption_key in the options of Medusa&apos;s auth module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address that the store gave for it isn&apos;t encrypted, or is no web address. Tell the store&apos;s admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address has no “state”, so a forged answer couldn&apos;t be told from a real one. Tell the store&apos;s admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wouldn&apos;t lead back to this program. Ask the store&apos;s admin to let the provider lead back to {pattern}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no free port for the browser&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your browser couldn&apos;t be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a default browser in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign-in is waiting in your browser already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish it there, or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider didn&apos;t sign you in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled or denied on the provider&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came from your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider isn&apos;t allowed to lead back to this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s configuration names the addresses that it may lead back to (“allowed_callback_urls”). Medusa compares whole addresses, and this program&apos;s has another port each time. Ask the store&apos;s admin to leave that list out, and to register {pattern} with the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. The store says: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t accept the provider&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s page was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store doesn&apos;t allow this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account has no role in this store, or none that allows it. Ask an admin for one, then try again. You are still signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store allows one secret key at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa before 2.11 creates no secret key while another one works, also one that is to end. Revoke that key first: until the new one is in place, what uses it fails. From Medusa 2.11 on both can work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store doesn&apos;t change the end of this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa before 2.11 ends a secret key neither sooner nor later once its end is set: it works until {time}. From Medusa 2.11 on it can be revoked at once; ask whoever runs the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This email must be verified first. Sign in with email and password to have a code sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No admin account belongs to this sign-in, and none was created or linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the page complained about the callback or redirect address, the store&apos;s admin must register {pattern} with the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its codes have more than six digits, which can&apos;t be entered in Medusa Console. Nothing was set up. Whoever runs the server can have codes of six digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password to reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sign-in with a password belongs to the email of this account. A provider&apos;s page, or another email, opens it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>farewell</name>
    <message>
        <source>You are signed out of {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session was removed from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa can&apos;t end a session early: a copy of it would work until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account at {store} no longer exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted there. Your session has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>forget</name>
    <message>
        <source>Medusa Console is using {folder}. Close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This keyring doesn&apos;t list its entries. Only those of the stores in the data folder are looked for. Keys that you saved in the keyring for other programs stay; their user name is {user}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of Medusa Console was found in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not deleted: {entry}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the keyring: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that read these keys will no longer find them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be asked here: add --yes to delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type “{yes}” to delete them: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handOver</name>
    <message>
        <source>Enter the whole path, or choose the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link points to a file that isn&apos;t there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is larger than 1 MB, or longer than 10,000 lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not plain text (UTF-16, or it holds zero bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file belongs to another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You don&apos;t have permission to write to this folder or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file can&apos;t be read: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed since it was read. Nothing was written. Check the change again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines {detail} set this variable. Remove one in the file, or use another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and _ only, and start with a letter or _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a command that reads the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a key. Leave it out: the command reads the key itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{detail}” needs a shell, and the command runs without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command holds an invisible character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the program&apos;s name, or its whole path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be started: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Git doesn&apos;t ignore this file. The key could be committed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder belongs to a Git repository. Whether Git ignores the file could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is synchronized. The key would be copied to other computers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other accounts on this computer can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has another name as well (a hard link), which won&apos;t get the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8. Everything but the key stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>incident</name>
    <message>
        <source>Incident report: leaked Medusa API keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice in the demo store. No real key has leaked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles (RBAC): on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles (RBAC): off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: {store} ({environment}), {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted {pasted}, reported {made}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All times are UTC, by the store&apos;s clock. This report tells of this store alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People are named, as was chosen when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People stand here by their IDs alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke the keys that still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the keys from where they were found, also from older versions and from copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the records of these keys: they are the only evidence on the server of who revoked them and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again later for what the keys did: whoever was let in with them may come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody sets a new password: roles are off, so such a key could fetch the token that resets any admin&apos;s password, which leaves no trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody sets a new password, unless roles are on: without roles such a key could fetch the token that resets any admin&apos;s password, which leaves no trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who leaked a key. Who made a key is not who leaked it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read with it. Medusa records no use of a key, and reading leaves no trace: assume that whatever it could read was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it works elsewhere: a server on a copy of this database accepts it until it is revoked there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether every process of this store refuses it by now: each one goes by its own clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What some of these keys did: nobody looked for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still works: the store accepted it after the revoke, {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not revoked, as far as is known. Assume that it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being revoked; the result is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record looks like the key in its shortened form, and the key itself is refused: it is probably this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is refused. It was probably revoked before, not by this desk: several revoked records look like it in their shortened form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works, and was not revoked from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is publishable: every storefront that uses it shows it to everybody. Finding it is no leak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is refused. The records below only look the same; they are other keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is refused. Nobody looked whether the store has a record of it: the account may not view its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether it works: it was not presented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record is gone from the store, so nobody can read there who revoked it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revoke was sent, and the record was not read again since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked by {who} at {time}, from this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked by {who} at {time}, not by this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked by {who} at {time}. A revoke was sent from this desk, too, and its answer was lost: nothing tells whether it was that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused the key itself twice, and accepted this desk&apos;s own session in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key itself was not at hand, so nobody has shown that it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store keeps publishable keys in a cache: another of its processes may accept it for up to an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not proven that the store refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this desk did and saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may still work in a place that this report does not tell of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record {id}, shortened form {form}, made {time} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in a text that was checked: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of keys was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent to the store for this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a status stands, the time is the Date of that answer, which the store&apos;s server wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was presented: accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was presented: refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was presented: no answer that says anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control: the store accepted our own session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control: the store did not accept our own session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke sent: done, as the store showed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke sent: no answer told whether it was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke sent: refused, or not sent at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record read again: revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record read again: gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record read again: not revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record could not be read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s own log has these requests, at these times: {requests}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refusal counts because the same server accepted our own session beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has the key itself can see whether it is refused: sent to /store/regions as x-publishable-api-key, a dead one is answered 400, a working one 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, read by any admin, answers 404: it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, read by any admin, shows the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, read by any admin, shows {revoked_at} {time} and {revoked_by} {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the key did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody looked for what the key did. Look with “What it did…” while its record is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for at {time}, as {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since when the key has leaked is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leak&apos;s first known date is {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since then a revoke of keys that it made was begun from this desk, which this look does not show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} was removed from this desk at {time}; {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invite {id} was deleted from this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session of theirs may go on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session of theirs may work until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id}, made by {who}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} by {who}, {revoked_at} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} {id}, made by {who}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key that made it has no record any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user who made it has no record any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever made it joined since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key made it that cannot be attributed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publishable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} ({form}, {kind}), made by {who}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {revoked_at} {time} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, after the leak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, before the leak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done about that from this desk:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody looked for what it did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again after {time}: until then a session of somebody who was removed may work, and may make keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It made {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found that it made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles (RBAC): what they allow a key is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has the key itself can see whether it is refused: sent with HTTP Basic to /admin/users/me, a dead secret key is answered 401; a working one 404, with its ID. Medusa before 2.13.2 answers 401 to both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keyExport</name>
    <message>
        <source>Type: {type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: not written here, it may hold a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}, descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}, ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder isn&apos;t there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Add the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You don&apos;t have permission to write to this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keyMany</name>
    <message>
        <source>Revoking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything that uses the secret keys stops working immediately. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storefronts that use the publishable keys stop working immediately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They work until then, and whatever uses them stops working at that time. An end can be moved, but never removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They work until then. An end can be moved, but never removed. Keys that end later already stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting the records removes every trace of these keys from the server, including who revoked them and when. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A full copy of each record goes to the receipts on this computer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are all working keys of this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are all working secret keys of this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are all working publishable keys of this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything connected stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything connected stops at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record deleted at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked {time} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already revoked {time} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record was already deleted, so the key is dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends later already: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done: the answer was lost, and a second look shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: the record may still be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: treat the key as working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was lost, and this was read afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends sooner already: {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>key_doctor</name>
    <message>
        <source>{store} accepts this key, but not this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key found in what was pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one key was pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole key, so no store accepts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key leaked: revoke it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is past its planned end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} has no such key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in {store} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} refuses this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} accepts this key, but roles stand in its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} accepts this key, so the trouble is elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no sales channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} accepts this key, but has no products for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its record, this key is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account can&apos;t view the keys of {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in to {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} is not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} is in trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried just now. Fix what stands below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is “{other}”, not “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not “{title}”, whose shortened form is {form}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer says nothing about the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried just now, as a storefront asks. Compare what your storefront sends: the address, the header x-publishable-api-key, and whether it still reads an older key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles are on, and a secret key has none: nearly every route of /admin answers 403 Forbidden to it. Open to it are the search, the lists of plugins, search indexes and feature flags, and routes that the shop has added without asking for a permission. For everything else, let the program sign in as an admin who has a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried just now. Compare what your program sends: the address, the header, and whether it still reads an older key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivate it, or create a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa revives no secret key: create a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys with this shortened form are revoked or ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” ended on {time}, as {who} had planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was revoked on {time} by {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key again from where it was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in its list only look the same in the shortened form; they are other keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” only looks the same in the shortened form; it is another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Check here” sends this one key to this one store: if it is another store&apos;s, whoever runs this one could read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its card, choose which store to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key itself, or all of the request that fails: a curl line, an HTTP request, a line of an .env file or of code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the one that fails, or its request alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is “sk_” or “pk_” and 64 digits. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was found in a text that leaked, or was made by a key that leaked, and it works. Replace it instead of repairing what uses it. It was not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted, is another store&apos;s, or never was a key: a store cannot tell which. Nothing was sent. Compare the address and the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is revoked, has ended, was deleted, or is another store&apos;s. Your account can&apos;t view the keys of {store}, so nobody can say which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} accepts it, but answers every request for products with an error until it has a sales channel. Add one on the page API keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No published product is in its sales channels. Publish products, add them to a channel of this key, or give the key another channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa shows a secret key only once, so it cannot be tried from here. Paste the key that fails, or all of its request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles are on, and a secret key has none: nearly every route of /admin answers 403 Forbidden to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So nobody can say whether it is one of them. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. On its card, choose which store to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be said before. Sign in, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200: the store accepts the key. 400: it refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What roles allow this key is not known: if the answer is 403, a role is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>404 that names an apk_… ID: the store accepts the key. 401: it refuses it. Medusa before 2.13.2 answers 401 to both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>key_marks</name>
    <message>
        <source>Revoke not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends within 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sales channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creator gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>key_notes</name>
    <message>
        <source>Not noted on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes could not be read on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knowledge</name>
    <message>
        <source>It was copied, so somebody may be using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was shown, so somebody may have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was neither shown nor copied, so nobody has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer, so its secret never reached this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account · also a guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest · also an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS Keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Storefront requests will fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works until…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key …{end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User …{end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leakClear</name>
    <message>
        <source>Its proof goes on for at most 15 s, and its result will not be shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revoke is not proven yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the store refused the key, and what it answered, is shown here alone. Choose “Copy report” or “Save report…” below the proof first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leakEvidence</name>
    <message>
        <source>This key leaked, or was made by a leaked key. Its record is the only evidence on the server of who revoked it and when. Save the leak desk&apos;s report first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder can&apos;t be read, so it is not known whether a leaked key is among what is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leakMessage</name>
    <message>
        <source>A Medusa API key was found where it does not belong: {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title: “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in a text that was checked: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in a text that was checked:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been dead since {time}: its store refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is dead: its record is gone, and its store refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was revoked at {time}, as its record shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record was deleted, so it no longer works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was revoked at {time}, but it is not proven yet that its store refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its store refuses it. It was probably revoked before, at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its store refuses it. It was probably revoked before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still works, as far as is known. It must be revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may still work elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please remove it from there, also from older versions, copies and messages, and say where else it may be, and since when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever used it needs another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the next key out of code, tickets and chats, and never send a key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leak_page</name>
    <message>
        <source>Pasted {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, read {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of {scanner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Medusa key found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Medusa key found. That does not make this text harmless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the page API keys, type the first six and the last three characters of the key into the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds names of files. Choose the file here instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds a picture, and no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than 1 MiB. Save it as a file and choose the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked, not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not dead everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked by its record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public by design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, probably revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not list its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more keys than were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gave no clear answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database address with its password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis address with its password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link that resets a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session of {whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session of {whose}, until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has it can sign in as anybody until it is changed on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has it can forge signed-in browsers until it is changed on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this password, and check who can reach the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this password, and check who can reach the Redis server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works until it ends; only a new JWT_SECRET on the server ends it earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever opens it first can choose the password: ask its owner to use it or check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever opens it can become an admin: delete the invite in Medusa Admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it everywhere it is used, and withdraw its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke it at that service; this program cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no store asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leaks</name>
    <message>
        <source>Storefronts that use it stop working immediately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything that uses it stops working immediately. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke “{title}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa does not record where a key is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this key to {store}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one key goes to this one store, to see whether it is accepted. If it belongs to another store, whoever runs {store} could read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found is not the secret and does not prove a leak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store accepted the key, but did not say that it is this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A publishable key is public by design. Finding it is not a leak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ago} by {creator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoking in {store}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked. Checking that {store} refuses it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead in {store}. Refused at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record is gone from {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked, as {store}&apos;s record shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked, not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still works. Revoke again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key itself is not at hand, so nobody has shown that it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} accepted it at {time}, after the revoke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking again, {number} of {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} did not answer when it was shown the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} refuses the key, but your own session too, so that proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of {store} does not show the revoke. Assume the key works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} keeps publishable keys in a cache: another of its processes may accept this one for up to an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key, cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key, shortened form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishable key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishable key, cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishable key, shortened form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} ({environment})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke “{title}” in {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active, and public by design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not work here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the keys of {store}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {store}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in {store} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in to {store}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} is not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} is in trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} accepted this very key at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every storefront that uses it shows this key to everybody. Finding it is not a leak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the secret and does not prove a leak. It may belong to this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the secret and does not prove a leak. It may belong to one of these keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused. Your account can&apos;t view the keys of {store}, so nobody can say whether it was one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer says nothing about the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in {store}: deleted, another store&apos;s, or never a key. A store cannot tell which. That does not prove that it is dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the keys of {stores}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still accepted by {stores}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still reading its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t view its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted at {time}, but the store did not say which key. It may be one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted at {time}, but the store did not say which key of its list it is. It named {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted at {time}, but the store did not say which key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused. “{title}” only looks the same in the shortened form; it is another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused. These keys only look the same in the shortened form; they are other keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused. Revoked keys with this shortened form exist. It is probably one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revoked key with this shortened form exists: “{title}”, revoked by {who} on {time}. It is probably this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revoked key with this shortened form exists: “{title}”. It is probably this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} lists this key. Waiting for the lists of the other stores…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account can&apos;t view the keys of {store}. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account can&apos;t view the keys of {store}. Nothing was sent. “Check here” sends this one key to this one store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ago} (Medusa does not say what)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every visitor of a storefront can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything: roles are off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} lists this key. Its answer did not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”, {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is no longer in memory. Paste it again to prove the revoke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, and this store is checked at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in {stores}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two stores list this key: one may be a copy of the other, or may lie. Nothing was sent yet. Choose which one to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of {store} came late, and this key is in it. Nothing was sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} lists a key that looks like this one, but did not when it was read before. Nothing was sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that needs a role. But the store&apos;s search shows it names and emails of customers and admins, and routes that the shop has added may be open to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: the store did not say what roles allow it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>many</name>
    <message>
        <source>Revoking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked, as {store}&apos;s record shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not revoked: {store}&apos;s record shows that it still works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not revoked. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not revoked: what is known of this key has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: this key may still work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not touched. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session at {store} has ended. Its other keys wait until you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{store} does not answer. Its other keys were not touched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pastedToken</name>
    <message>
        <source>There is no link or token in this text. Paste the whole link, or the mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of this link is missing. Copy the whole link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invite expired on {time}. Ask for it to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link expired on {time}. Ask for a new mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the token of what you pasted is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is for {email} and works until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads to {link}, and the token is going to be sent to {host}. Go on only if both belong to the same shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a link for a new password, not an invite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is for a customer&apos;s password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an invite. Choose “Accept invite” on the sign-in page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the session of someone who is signed in. Whoever has it is that person: do not pass it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is for something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the link, the token or the whole mail.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>permissions</name>
    <message>
        <source>You can&apos;t edit or revoke keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t view the store&apos;s settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t view keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t create keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t delete records of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t view customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t create customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t edit customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t delete customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t view customer groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t view sales channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t view users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{not_allowed}: your role needs {permission}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t edit users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t delete users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t view invites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t create invites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t resend invites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t delete invites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t view roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t change roles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Only https:// addresses can be used (http:// for this computer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names ending in .invalid never exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address in brackets is not an IPv6 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form of IPv6 address is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.0.0.0 is not the address of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The email contains a space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The @ is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name before the @ is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the dots: none may come first, last, directly before the @ or next to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a customer with an email and an account can sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large to be a list of stores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a list of stores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {number} (“{name}”): {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {number}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“environment” must be live, staging or development.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“proxy” is not a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“proxy.kind” must be system, none or own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“read_only” must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is longer than {longest} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is not text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usable keyring on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring failed ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is too large for this computer&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the store&apos;s address, for example https://store.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with https://, for example {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use https://. Over http:// your password could be read on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter only https:// and the host, without a path: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s address, for example http://proxy.example.com:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only http:// proxies can be used. Your connection to the store stays encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include the port, for example http://{value}:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter only http://, the host and the port: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address contains a space or a character that is not allowed in hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is incomplete. Check host and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove everything up to the @. Names and passwords don&apos;t belong in an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the part from “?” or “#”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what is before or after the brackets of the IPv6 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name is missing or contains a character that is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter localhost, with nothing before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host name can&apos;t be used on the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter IP addresses as four numbers, for example 192.0.2.10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of this store was changed. Open the store again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an email address, for example anna@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The email contains an invisible character ({code}). Type it instead of pasting it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An email address has only one @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain after the @ is missing, for example example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa doesn&apos;t accept “{sign}” in an email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain after the @ has no dot. Medusa accepts only names like example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa doesn&apos;t accept this email. Check the domain after the @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store sent an ID that can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text contains a broken character. Type it instead of pasting it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a key. Keys are never sent in an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a key. Every admin can see titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That looks like a key. Everyone who can view customers would see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa is case-sensitive here: the customer must type {email} exactly like this to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains certificates in PKCS #7 format. Convert it: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large for a certificate file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You don&apos;t have permission to read this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains a TRUSTED CERTIFICATE, which only OpenSSL reads. Convert it: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains certificates and keys (PKCS #12). Extract the certificates: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a store with this name and address is already in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” contains a line break or an invisible character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring didn&apos;t save the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring didn&apos;t respond in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring didn&apos;t delete the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session can&apos;t be saved in a keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of the demo store are not saved in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of stores couldn&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of stores was damaged. Its last copy was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings couldn&apos;t be read. The defaults apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were damaged. Their last copy was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stores that could be read couldn&apos;t be saved again: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file is now {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} couldn&apos;t be set aside: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too large to paste. Save it as a file and choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Choose a single file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is larger than 50 MB. Choose a part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file became shorter while it was read. Choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key can end between 1 minute and 10 years from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has revoked this key meanwhile. It no longer works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: other accounts may change {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: defaults.json can&apos;t be read ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: defaults.json is larger than 256 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: defaults.json is not a JSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings are ignored: check “{detail}” in defaults.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa is case-sensitive here: they must type {email} exactly like this to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>registration</name>
    <message>
        <source>Another customer&apos;s account has this email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in was not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer was not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in works, but no customer belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store accepted the password but opened no session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating sign-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in already existed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating customer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer already existed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking sign-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in check failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This email is already being registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment, then try again with the password you sent first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can safely try again with the same password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This email is already registered with a different password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To finish an interrupted registration, enter the password used then. Otherwise, use another email.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change that customer&apos;s email, or use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This email and password belong to another customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their record has a different email now. Use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer exists, but the sign-in check failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again with the same password to continue from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in with this email takes more than a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store doesn&apos;t accept the password. Someone may have changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store doesn&apos;t allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store didn&apos;t accept the customer&apos;s own session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer was deleted in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reporter</name>
    <message>
        <source>Number {number} in the log file. {details}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{doing}”: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>request_slips</name>
    <message>
        <source>Digits without a prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishable key {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request goes to {host}, and this store is {own}. A key works in its own store alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” stands before the key. Medusa reads a secret key only behind “Authorization: Basic”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” stands before the key. The header “x-publishable-api-key” takes the key alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa does not read the header “{name}”. It reads a secret key only behind “Authorization: Basic”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa does not read a publishable key from the header “{name}”, only from “x-publishable-api-key”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key stands in the address, as “{name}”, where Medusa does not read it. Addresses are written to logs: take this key for leaked. A secret key belongs behind “Authorization: Basic”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key stands in the address, as “{name}”, where Medusa does not read it. A publishable key belongs in the header “x-publishable-api-key”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret key is used where a publishable key belongs. The routes of /store take a publishable key (pk_…) alone. If a secret key is in a storefront, every visitor can read it: take it for leaked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A publishable key is used where a secret key belongs. The routes of /admin take a secret key (sk_…) alone, behind “Authorization: Basic”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key stands behind “Authorization: Bearer”. Medusa reads a secret key only behind “Authorization: Basic”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word “Basic” is missing before the key: “Authorization: Basic”, a space, the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No colon follows the key, so curl asks for a password. Put a colon directly behind the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something stands directly behind the key and is taken for a part of it. A key has 64 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password follows the key. It must be empty: the key and a colon, and nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key stands where the password belongs. The key is the user name, and the password is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one space stands between “Basic” and the key. Medusa then reads no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break was encoded along with the key, as “echo” adds it. Use “printf %s”, or send the key as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was encoded in base64 twice. Encode it once, or send it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base64 is broken over two lines, as the program “base64” does. Use “base64 -w0”, or send the key as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base64 behind “Basic” holds something else than the key and a colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation marks are sent along with the key. Leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space stands within the key, or is sent along with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break stands within the key. Put it on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is in capitals. Keys of Medusa are in lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invisible characters stand within the key, as chats and documents add them. Copy it anew from where it was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is encoded where Medusa takes it as it is. Send it unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the shortened form in which Medusa shows a key. It is not the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of the key is missing: “sk_” or “pk_”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>secondFactor</name>
    <message>
        <source>That took too long, so the sign-in was started again. Enter the code that your app shows now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store took this code, but its answer was lost. Enter the code that your app shows now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That took too long, so the sign-in was started again. The store didn&apos;t accept this recovery code. Use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store took this recovery code, but its answer was lost. It is used up. Use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} If this code isn&apos;t accepted any more, it is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong codes. The sign-in was started again. Enter a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store doesn&apos;t accept this kind of code any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whatItDid</name>
    <message>
        <source>Nothing that could be read carries its name. Not everything could be read: see “Not looked at”. Reading leaves no trace: assume that whatever it could read was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing carries its name. Reading leaves no trace: assume that whatever it could read was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be read: {kinds}. See “Not looked at” below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments with captures and refunds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (regions, sales channels, prices, promotions and others)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports of products and orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploaded files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account can&apos;t view them. Look again once you may, or let somebody look who may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store has no such list. It may be an older Medusa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not Medusa&apos;s. Something in front of the store may block it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came. Look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store could not answer. Look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa does not record who made or changed them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa records who made them, but each one would have to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa has no list of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kinds}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, after the leak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, before the leak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite for {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be accepted until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: see “Not looked at”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their account is deleted, and their password signs them in no longer. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the store also lets people in through a provider&apos;s page, they can make a new account there: remove them at the provider, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa can&apos;t end a session early: theirs may go on working, and may make keys. Look again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medusa can&apos;t end a session early: theirs may work until {time}, and may make keys until then. Look again after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: removed {at}. A session of theirs may still work. Look again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: removed {at}. Their last session ended {until} at the latest, and this look is later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: removed {at}. A session of theirs may work until {until}. Look again after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has removed them already. Look again to see what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: they may still be there. Look again before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not removed. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is gone already: somebody has deleted it, or accepted it. Look again to see who joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: it may still be there. Look again before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not deleted. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at again: {why} What is shown is the look before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last session of {who} has ended by now. A second look is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{invite}: deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by {maker}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publishable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by a key whose record was deleted ({id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by somebody whose account was deleted ({id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by somebody who joined after this key was made ({id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by a key that cannot be attributed itself ({id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} by {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last changed {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key …{end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since the look before: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {kind}: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No person and no open invite is newer than the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that were deleted since, and records of a deleted key that made no other key: no list leads to them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
