// Made from the server’s OpenAPI document by `npm run api`: do not edit.

export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do */
        get: operations["ShowSession"];
        put?: never;
        /** Sign in. The session lasts a working day. */
        post: operations["SignIn"];
        /** Sign out: the session ends */
        delete: operations["SignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The password or a code again, for sensitive acts */
        post: operations["StepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own profile */
        get: operations["ShowProfile"];
        /** Name, reach, language and notifications of one's own */
        put: operations["SaveProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new password; all other sessions end */
        post: operations["ChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator; it counts once a code of it was shown */
        post: operations["BeginTotp"];
        /** Switches codes off */
        delete: operations["EndTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches codes on, and gives the recovery codes */
        post: operations["ConfirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The browsers where one is signed in */
        get: operations["ListSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs one of them out, at once */
        delete: operations["EndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last tries to sign in under one's name */
        get: operations["ListSignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of programs, without their secrets */
        get: operations["ListKeys"];
        put?: never;
        /** A new key; its secret is in this answer and nowhere else */
        post: operations["CreateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a key at once */
        delete: operations["RevokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All units as they are on a day */
        get: operations["ShowOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Villages, towns and grids of a unit */
        get: operations["ListPlaces"];
        put?: never;
        /** A place, or its new name or outlet */
        post: operations["SavePlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new unit from a day on */
        post: operations["AddUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/units/{code}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renames, moves, closes or merges a unit from a day on; with preview: only what that would change */
        post: operations["ChangeUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings that hold for a unit */
        get: operations["ShowParameters"];
        /** Gives a unit a setting of its own, or takes it away */
        put: operations["SetParameter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user with posts and cover */
        get: operations["ShowUser"];
        /** Name, reach, and whether a user may sign in */
        put: operations["SaveUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new user with a one-time password; posts need a second pair of eyes */
        post: operations["CreateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userName}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes a post for a user */
        post: operations["AddPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userName}/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Proposes to end a post today */
        delete: operations["EndPost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userName}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes that a deputy stands in for a user */
        post: operations["CoverUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userName}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new one-time password; codes are switched off, all sessions end */
        post: operations["ResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userName}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends all sessions of a user, at once */
        delete: operations["SignOutUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Users from a CSV file; dryRun=true only looks */
        post: operations["ImportUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one may do, and where that comes from */
        get: operations["ShowOwnRights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userName}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user's effective rights, and where each comes from */
        get: operations["ShowRights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What roles are made of */
        get: operations["ListPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles with their grants and what they see of each class of data */
        get: operations["ListRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Proposes a new role or a change to one */
        put: operations["SaveRole"];
        post?: never;
        /** Proposes to take a role away */
        delete: operations["DeleteRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals: one's own, and those that one may decide */
        get: operations["ListApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves or rejects proposals of others */
        post: operations["DecideApprovals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an own proposal back */
        delete: operations["WithdrawApproval"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether any row was edited, deleted or cut off */
        get: operations["VerifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Favourites and recents */
        get: operations["ListKeptPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps a page at hand, or no longer */
        put: operations["SaveFavourite"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/recents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where one is now */
        post: operations["SaveRecent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's notifications, newest first */
        get: operations["ListNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks notifications as read */
        post: operations["ReadNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/users/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/users/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/audit/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-audit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/audit/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-audit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-audit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/suspects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-suspects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/suspects/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-suspects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/suspects/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-suspects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-allocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/distribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-distribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/give-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-give-tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-follow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/untag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-untag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/unfollow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-unfollow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/start-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-start-plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/assist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-assist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/unassist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-unassist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/actions/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-customers-return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/rows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Cells of one row, if it has not changed meanwhile */
        patch: operations["EditRow-customers"];
        trace?: never;
    };
    "/api/lists/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-invitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/invitations/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/invitations/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/consents/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/consents/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/consents/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-prospects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/prospects/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-prospects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/prospects/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-prospects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/prospects/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-prospects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-pool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/pool/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-pool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/pool/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-pool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/pool/actions/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-pool-claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/products/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/products/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/product-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-product-drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/product-drafts/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-product-drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/product-drafts/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-product-drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-articles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/articles/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-articles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/articles/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-articles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/article-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-article-drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/article-drafts/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-article-drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/article-drafts/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-article-drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/imports/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/imports/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-campaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaigns/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-campaigns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaigns/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-campaigns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-campaign-targets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaign-targets/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-campaign-targets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaign-targets/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-campaign-targets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaign-targets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-campaign-targets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-questionnaires"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/questionnaires/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-questionnaires"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/questionnaires/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-questionnaires"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-bank"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/bank/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-bank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/bank/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-bank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-outgoing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/outgoing/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-outgoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/outgoing/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-outgoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/outgoing/actions/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-outgoing-send-again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/outgoing/actions/let-be": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-outgoing-let-be"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/tasks/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/tasks/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/tasks/actions/transfer-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-tasks-transfer-tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/tasks/actions/cancel-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-tasks-cancel-tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/tasks/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/visits/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-visits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/visits/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-visits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/visits/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-visits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/reports/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/reports/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/reports/actions/accept-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-reports-accept-reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/reports/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-opportunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/opportunities/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/opportunities/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/opportunities/sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What all rows that a filter finds come to */
        post: operations["SumRows-opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/opportunities/actions/give-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action on a selection or on all results */
        post: operations["RunAction-opportunities-give-opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/opportunities/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns, orders and actions of a list */
        get: operations["DescribeList-responses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/responses/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a list */
        post: operations["ReadRows-responses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/responses/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many rows, capped unless asked exactly */
        post: operations["CountRows-responses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/responses/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rows as a file, as a background job or as a proposal */
        post: operations["Export-responses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bank's systems: connections, rates, backlog, dead letters */
        get: operations["ListSystems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts since the start, parties, backlog, time to synchronise */
        get: operations["ShowFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of golden records, the newest first */
        get: operations["ListChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by number, key, name, initials, document or phone */
        get: operations["FindParties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parties/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer: golden record, provenance, and what every system says, was told and holds */
        get: operations["ShowParty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parties/{number}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Masked values in clear, for a reason; audited, with a daily quota */
        post: operations["RevealParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parties/{number}/relatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers that a customer's systems name as related */
        get: operations["FindRelatives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parties/{number}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which of one's posts one sees a customer */
        get: operations["WhyParty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parties/{number}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why each source record is linked to the customer, by the model that decided */
        get: operations["WhyLinked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The message log: received frames and tries of deliveries, the newest first */
        get: operations["ListMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{direction}/{system}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message with its masked content and its tries */
        get: operations["ShowMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries that have not arrived: dead letters, or those due */
        get: operations["ListDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{system}/{key}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a dead letter again, with the latest state */
        post: operations["ResendDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{system}/{key}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a dead letter up until a newer state comes */
        post: operations["SkipDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/day-close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the day: writes the files for systems that take one a day */
        post: operations["CloseDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parties/{number}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes that source records get a party of their own, or says what that would change */
        post: operations["SplitRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspects/{a}/{b}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two customers who may be one: side by side, why, and what each choice would change */
        get: operations["ShowSuspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspects/{a}/{b}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Masked values of two suspects in clear, for a reason; audited, with a daily quota */
        post: operations["RevealSuspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspects/{a}/{b}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes that two customers are one, or are not; or notes that nobody can tell yet */
        post: operations["DecideSuspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by any of their keys */
        get: operations["SearchCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was corrected of a customer, and what became of it */
        get: operations["ShowEdits"];
        put?: never;
        /** Corrects what is known of a customer, through the customer master */
        post: operations["EditCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What splits left ambiguous */
        get: operations["ListReviews"];
        put?: never;
        /** Leaves rows with a customer, or gives them to the one who was split off */
        post: operations["DecideReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with a customer, the newest first */
        get: operations["ShowTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer agreed to and what was withdrawn */
        get: operations["ShowConsents"];
        put?: never;
        /** Writes down that a customer consented */
        post: operations["GiveConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/consents/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down that a customer consents no longer */
        post: operations["WithdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents/wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wordings of a legal entity as they are read now */
        get: operations["ListWordings"];
        put?: never;
        /** A new version of what is read to customers */
        post: operations["AddWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files about a customer */
        get: operations["ShowDocuments"];
        put?: never;
        /** Keeps a file about a customer, checked by its content */
        post: operations["UploadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that belong to a visit, a task or a consent */
        get: operations["ListDocumentsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a document holds */
        get: operations["DownloadDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes a file about a customer, with a reason */
        post: operations["RemoveDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer is to each legal entity, and what is to be done next */
        get: operations["ShowCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer has, with balances, maturities and their past */
        get: operations["ShowHoldings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/circle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Household, group and guarantors of a customer, with their sums */
        get: operations["ShowCircle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handovers of customers, the newest first */
        get: operations["ListHandovers"];
        put?: never;
        /** Proposes that customers go to another manager, or says what that would move */
        post: operations["MakeHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a handover back */
        post: operations["UndoHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/assistants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who assists a customer's manager in a legal entity, and with which share */
        post: operations["SetAssistants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/followed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps an eye on a customer, or no longer */
        put: operations["FollowCustomer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public holidays, working weekends and lunar dates */
        get: operations["ShowDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is in calendars, by occurrence */
        get: operations["ShowCalendar"];
        put?: never;
        /** Puts an event into one's own calendar */
        post: operations["AddEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one occurrence, what follows, or all */
        put: operations["ChangeEvent"];
        post?: never;
        /** Takes out one occurrence, what follows, or all */
        delete: operations["RemoveEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/events/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts or declines an invitation */
        post: operations["AnswerInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who is taken in a span of time */
        post: operations["FindConflicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether one's calendar has an address for other programs */
        get: operations["ShowFeed"];
        put?: never;
        /** Gives one's calendar a new secret address */
        post: operations["MakeFeed"];
        /** Takes the secret address away */
        delete: operations["RevokeFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/ics/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A calendar at its secret address, as iCalendar (RFC 5545) */
        get: operations["ReadFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an .ics file into one's own calendar */
        post: operations["ImportEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How legal entities rank their customers, of what they are warned, and how that was before */
        get: operations["ListPolicies"];
        put?: never;
        /** Sets a legal entity's policy, or says which customers would have which tier */
        post: operations["SetPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a customer wants to be cared for, in each legal entity */
        get: operations["ShowWishes"];
        /** Writes down how a customer wants to be cared for */
        put: operations["SetWish"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tags of the legal entities in which the caller works */
        get: operations["ListTags"];
        put?: never;
        /** A new tag; one of the same name is given as it is */
        post: operations["AddTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Segments: one's own and shared ones */
        get: operations["ListSegments"];
        put?: never;
        /** A new segment */
        post: operations["AddSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own segment */
        put: operations["SaveSegment"];
        post?: never;
        /** Takes one's own segment away */
        delete: operations["RemoveSegment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of a segment's file was not matched */
        get: operations["ShowReconciliation"];
        /** The members of a segment from a CSV or XLSX file; replaces those of an earlier file */
        put: operations["FillSegment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new prospect */
        post: operations["AddProspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One prospect */
        get: operations["ShowProspect"];
        /** Changes what is known of a prospect */
        put: operations["SaveProspect"];
        post?: never;
        /** Gives a prospect up; it stays in the list as dropped */
        delete: operations["DropProspect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a prospect may be a customer already */
        post: operations["CheckProspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a prospect a customer, through the customer master */
        post: operations["ConvertProspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says which customer a prospect turned out to be */
        post: operations["JoinProspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the public pool works where the caller has a post, and what they may still take */
        get: operations["ShowPool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product with its versions */
        get: operations["ShowProduct"];
        /** Changes what a product is, and the version in writing */
        put: operations["SaveProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new product, with its first version in writing */
        post: operations["AddProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{code}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes the version in writing; it never changes again */
        post: operations["PublishProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{code}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a product off sale */
        post: operations["WithdrawProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{code}/sell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a withdrawn product on sale again */
        post: operations["SellProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What suits a customer, and why the rest does not */
        get: operations["ShowSuitableProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{code}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a file with the version of a product that is being written */
        post: operations["AddProductFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{code}/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a product's file holds */
        get: operations["DownloadProductFile"];
        put?: never;
        post?: never;
        /** Takes a file from the version of a product that is being written */
        delete: operations["RemoveProductFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Full-text search in the knowledge base */
        get: operations["SearchArticles"];
        put?: never;
        /** A new article, with its first version in writing */
        post: operations["AddArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/related-articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Articles linked to something */
        get: operations["RelatedArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Articles linked to what a customer holds and to their tags */
        get: operations["CustomersArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One article with its versions */
        get: operations["ShowArticle"];
        /** Changes what is being written */
        put: operations["SaveArticle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes what is being written; it never changes again */
        post: operations["PublishArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an article out of the knowledge base; its versions stay */
        post: operations["WithdrawArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A CSV or XLSX file to bring in */
        post: operations["StartImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks at every line and does nothing yet */
        post: operations["CheckImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carries out the lines that nothing is wrong with; goes on where it was stopped */
        post: operations["RunImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops before the next lines */
        post: operations["StopImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back what the lines made, where nobody changed it since */
        post: operations["UndoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, and what came of its lines */
        get: operations["ShowImport"];
        put?: never;
        post?: never;
        /** Forgets one's own import that made nothing */
        delete: operations["RemoveImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first lines of one's own file that have an outcome */
        get: operations["ShowImportLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be brought in, and with which fields */
        get: operations["ListImportKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of one's own file that are wrong, as a file to be corrected */
        get: operations["FetchImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/template/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file with the headings of a kind of import */
        get: operations["FetchImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new campaign, as a draft */
        post: operations["AddCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign with its plan */
        get: operations["ShowCampaign"];
        /** Changes a draft, or what a campaign costs */
        put: operations["SaveCampaign"];
        post?: never;
        /** Takes away a draft that was never submitted */
        delete: operations["RemoveCampaign"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a campaign's plan still lacks before it can be submitted */
        get: operations["CheckCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a draft's audience selected and proposed to a second person */
        post: operations["SubmitCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many customers are in the audience, are held out, or are out and why, within the caller's sight */
        get: operations["ShowSelection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts an approved campaign, or goes on after a pause */
        post: operations["StartCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nothing more happens until the campaign goes on; what waits to be sent is held */
        post: operations["PauseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a campaign for good; what is not sent yet never is, and its open tasks are cancelled */
        post: operations["StopCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would happen to each target of a submitted campaign on which day, with samples of its texts */
        get: operations["DryRunCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/targets/{target}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down how a customer responded to a campaign */
        post: operations["RecordCampaignResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/targets/{target}/doubt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a message that is in doubt again, or lets it be */
        post: operations["SettleCampaignDoubt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/targets/{target}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One target with its contacts and responses */
        get: operations["ShowCampaignTarget"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns in which a customer is, with what was done and what came back */
        get: operations["ShowCustomerCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a campaign is, by unit (or by=manager) and by step */
        get: operations["ShowCampaignProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a campaign brought, targets beside those held out, by unit (or by=manager) */
        get: operations["ShowCampaignResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaign-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What some campaigns brought, side by side; those out of sight are left out */
        get: operations["CompareCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns in which the caller has targets of their own */
        get: operations["ListMyCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/go/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads on to where a campaign's link says */
        get: operations["FollowCampaignLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/steps/{step}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The QR code of a step of a campaign that has started */
        get: operations["ShowCampaignQr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What complete responses to a questionnaire say, question by question */
        post: operations["ShowAnalysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/analysis/cross": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How answers to two questions go together, or how they differ by unit, version, period or segment */
        post: operations["CrossAnalysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/analysis/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many opened and completed a questionnaire, by way and by unit */
        get: operations["ShowRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/analysis/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What people wrote, and of named ones who did */
        post: operations["ShowTexts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/analysis/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The words of what people wrote, the most frequent first */
        post: operations["CountWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/analysis/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What complete responses say, as a file */
        get: operations["ExportAnalysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new questionnaire */
        post: operations["AddQuestionnaire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questionnaires that ship, to begin one's own with */
        get: operations["ShowTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One questionnaire with its draft and its versions */
        get: operations["ShowQuestionnaire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document of a published version, which never changes */
        get: operations["ShowVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Saves the draft of a questionnaire */
        put: operations["SaveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a questionnaire and looks for dead ends */
        post: operations["CheckDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is shown, required, wrong, calculated and scored under a set of answers */
        post: operations["EvaluateDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page of a questionnaire as it would be answered */
        post: operations["PreviewDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes the draft as a new version */
        post: operations["PublishQuestionnaire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes no more answers */
        post: operations["CloseQuestionnaire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes answers again */
        post: operations["ReopenQuestionnaire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads SurveyJS's JSON, an XLSForm or a table, and says what lies outside */
        post: operations["ImportDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A questionnaire as SurveyJS's JSON, an XLSForm or a table */
        get: operations["ExportDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/export/{format}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a format cannot say of a questionnaire */
        get: operations["CheckExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new question or block of the bank */
        post: operations["AddBankItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A question of the bank, its versions, and where it is asked */
        get: operations["ShowBankItem"];
        /** Changes a question of the bank, as a new version */
        put: operations["SaveBankItem"];
        post?: never;
        /** Offers a question no longer; who uses it keeps it */
        delete: operations["RetireBankItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a question of the bank is answered, over all that ask it */
        get: operations["ShowAnswered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channels that messages to customers leave by, and how many stand where */
        get: operations["ShowChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Base, growth, coverage, due and done of what the caller sees */
        get: operations["ShowDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers of the caller's sight had at the ends of the last twelve months */
        get: operations["ShowTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pipelines of the legal entities in which the caller works */
        get: operations["ListPipelines"];
        put?: never;
        /** A new pipeline of a legal entity */
        post: operations["AddPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pipelines with what lies in their stages */
        get: operations["ShowPipelineSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a pipeline; what lies in its stages stays */
        put: operations["SavePipeline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new opportunity of a customer or prospect */
        post: operations["AddOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One opportunity with the stages it has lain in */
        get: operations["ShowOpportunity"];
        /** Changes what is known of an opportunity, or whose it is */
        put: operations["EditOpportunity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be sold to a customer */
        get: operations["ListCustomerOpportunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be sold to a prospect */
        get: operations["ListProspectOpportunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next step of an opportunity, as a task */
        post: operations["AddOpportunityTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves an opportunity to a stage; wins, loses or opens it again */
        post: operations["MoveOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the last move of an opportunity back */
        post: operations["UndoOpportunityMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The columns of a pipeline with their sums and first cards */
        get: operations["ShowBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities/board/column": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** More cards of a column of the board */
        get: operations["ShowBoardColumn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunities/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is expected when, in which stage and of whom */
        get: operations["ShowForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunity-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules that open opportunities */
        get: operations["ListOpportunityRules"];
        put?: never;
        /** A new rule, or what it would find today */
        post: operations["AddOpportunityRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opportunity-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a rule, stops it or lets it run again */
        put: operations["SaveOpportunityRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What comes of complete answers to a questionnaire */
        get: operations["ShowAnswerRules"];
        /** Sets what comes of complete answers to a questionnaire in a legal entity */
        put: operations["SetAnswerRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{number}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer answered, the latest first */
        get: operations["ShowResponsesOfCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prospects/{id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a prospect answered, the latest first */
        get: operations["ShowResponsesOfProspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was answered, question by question */
        get: operations["ShowResponse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/responses/{id}/files/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that was answered */
        get: operations["DownloadAnswerFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/answer-updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What answers say of customers and is to be decided on */
        get: operations["ShowAnswerUpdates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/answer-updates/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts or refuses what answers say of customers */
        post: operations["DecideAnswerUpdates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks somebody to answer a questionnaire */
        post: operations["Invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An invitation with its link */
        get: operations["ShowInvitation"];
        put?: never;
        post?: never;
        /** Withdraws an invitation */
        delete: operations["WithdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page to print, with the code of an invitation */
        get: operations["ShowPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A task for oneself or for anyone within one's rights */
        post: operations["CreateTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A task with its checklist and its history */
        get: operations["ShowTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A task is done */
        post: operations["FinishTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/postpone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another day for a task, with the reason */
        post: operations["PostponeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody else does a task */
        post: operations["TransferTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/ticks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A line of a task's checklist is done, or not */
        post: operations["TickTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A task is not to be done any more */
        post: operations["CancelTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans and templates of tasks */
        get: operations["ListPlans"];
        put?: never;
        /** A new plan of tasks, or a change of one */
        post: operations["SavePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A visit or call, planned or done */
        post: operations["PlanVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A visit or call with its customers */
        get: operations["ShowVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What came of a visit or call, and the next step */
        post: operations["FinishVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another time for a planned visit or call, or none */
        post: operations["MoveVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What matters today, ranked and merged per customer */
        get: operations["ShowToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today/reminders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A reminder is done, or waits for another day */
        post: operations["SettleReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/mine/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own report of a day; it writes itself until it is submitted */
        get: operations["ShowOwnReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/of/{person}/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's report of a day, with the records behind its figures */
        get: operations["ShowReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/mine/{day}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submits the own report of a day as it is counted now */
        post: operations["SubmitReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts, returns or comments on somebody's report */
        post: operations["ReviewReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports of a day, those that stand out first */
        get: operations["ReviewReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/rollup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports of a week or month, by unit */
        get: operations["RollUpReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own days away, the latest first */
        get: operations["ShowOwnAbsences"];
        put?: never;
        /** Days on which one is away oneself */
        post: operations["RecordOwnAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/of/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's days away, the latest first */
        get: operations["ShowAbsences"];
        put?: never;
        /** Days on which somebody is away whose reports one reviews */
        post: operations["RecordAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/mine/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes own days away back */
        post: operations["WithdrawOwnAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/of/{person}/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes days away back of somebody whose reports one reviews */
        post: operations["WithdrawAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/users/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-users"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/users/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-users"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-users"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/audit/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-audit"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-audit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/audit/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-audit"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-audit"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/suspects/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-suspects"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-suspects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/suspects/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-suspects"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-suspects"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-customers"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/customers/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-customers"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-customers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/invitations/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-invitations"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/invitations/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-invitations"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-invitations"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/consents/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-consents"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/consents/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-consents"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-consents"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/prospects/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-prospects"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-prospects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/prospects/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-prospects"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-prospects"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/pool/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-pool"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-pool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/pool/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-pool"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-pool"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/products/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-products"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/products/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-products"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-products"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/product-drafts/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-product-drafts"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-product-drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/product-drafts/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-product-drafts"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-product-drafts"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/articles/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-articles"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-articles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/articles/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-articles"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-articles"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/article-drafts/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-article-drafts"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-article-drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/article-drafts/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-article-drafts"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-article-drafts"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/imports/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-imports"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/imports/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-imports"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-imports"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaigns/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-campaigns"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-campaigns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaigns/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-campaigns"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-campaigns"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaign-targets/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-campaign-targets"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-campaign-targets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/campaign-targets/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-campaign-targets"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-campaign-targets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/questionnaires/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-questionnaires"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-questionnaires"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/questionnaires/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-questionnaires"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-questionnaires"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/bank/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-bank"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-bank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/bank/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-bank"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-bank"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/outgoing/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-outgoing"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-outgoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/outgoing/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-outgoing"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-outgoing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/tasks/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-tasks"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/tasks/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-tasks"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-tasks"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/visits/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-visits"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-visits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/visits/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-visits"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-visits"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/reports/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-reports"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/reports/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-reports"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-reports"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/opportunities/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-opportunities"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/opportunities/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-opportunities"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-opportunities"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/responses/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: one's own and shared ones */
        get: operations["ListViews-responses"];
        put?: never;
        /** Saves a view */
        post: operations["AddView-responses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/responses/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own view */
        put: operations["ChangeView-responses"];
        post?: never;
        /** Removes one's own view */
        delete: operations["RemoveView-responses"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own background jobs of the last day */
        get: operations["ListJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is */
        get: operations["ShowJob"];
        put?: never;
        post?: never;
        /** Cancels a job that has not ended */
        delete: operations["CancelJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that a job made */
        get: operations["FetchJobFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the match model, with their comparisons and rematches */
        get: operations["ListMatchModels"];
        put?: never;
        /** Adds a version that somebody wrote */
        post: operations["AddMatchModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match-models/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version's file: every number, common names, what it was learnt from and where it is weak */
        get: operations["ShowMatchModelFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match-models/learn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Learns a version from the base and from stewards' decisions, in the background */
        post: operations["LearnMatchModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match-models/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compares a version with the active one over the whole base, in the background */
        post: operations["CompareMatchModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match-models/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes that a version decides, once it has been compared */
        post: operations["UseMatchModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer of one simulated system changes something there. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DemoChange"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemoReply"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer of one simulated system walks into a second one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DemoOpen"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemoReply"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/close-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The bank closes its day: the file pairs are written and read. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemoReply"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AbsenceCreated: {
            /** Format: int64 */
            id: number;
        };
        AbsenceRecorded: {
            kind: null | string;
            from: null | string;
            to: null | string;
            note: null | string;
        };
        AbsenceView: {
            /** Format: int64 */
            id: number;
            kind: string;
            from: string;
            to: string;
            note: string;
            by: string;
            /** Format: date-time */
            recordedAt: string;
        };
        ActionBody: {
            ids: null | string[];
            filter: null | components["schemas"]["JsonElement"];
            preview: boolean;
            arguments: null | {
                [key: string]: string;
            };
        };
        ActionResult: {
            /** Format: int32 */
            affected: number;
            problems: string[];
        };
        ActivityView: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            at: string;
            kind: string;
            entity: string;
            by: string;
            subject: string;
            detail: components["schemas"]["JsonElement"];
            ref: string;
        };
        AddedQuestionnaire: {
            id: string;
        };
        AnalysisBody: {
            filter: null | components["schemas"]["AnalysisFilter"];
            language: null | string;
        };
        AnalysisFilter: {
            conditions?: null | components["schemas"]["AnswerCondition"][];
            from?: null | string;
            to?: null | string;
        };
        AnalysisView: {
            title: string;
            kind: string;
            anonymous: boolean;
            /** Format: int32 */
            least: null | number;
            versions: number[];
            /** Format: int64 */
            count: null | number;
            /** Format: double */
            score: null | number;
            bands: null | components["schemas"]["PartView"];
            questions: components["schemas"]["QuestionView"][];
        };
        AnswerAction: {
            kind: string;
            title?: null | string;
            /**
             * Format: int32
             * @default 0
             */
            days: number;
            tier?: null | string;
            pipeline?: null | string;
            product?: null | string;
            amount?: null | string;
            /**
             * Format: int64
             * @default 0
             */
            tag: number;
            level?: null | string;
        };
        AnswerCondition: {
            on: string;
            values: string[];
        };
        AnswerErrorView: {
            code: string;
            bound: null | string;
            text: null | string;
        };
        AnswerFileView: {
            hash: string;
            name: string;
            type: string;
            /** Format: int64 */
            bytes: number;
        };
        AnswerRule: {
            if: null | string;
            then: components["schemas"]["AnswerAction"];
        };
        AnswerRulesDraft: {
            entity: null | string;
            rules: null | components["schemas"]["AnswerRule"][];
            /** Format: int64 */
            version: number;
        };
        AnswerRulesView: {
            entity: string;
            entityName: string;
            rules: components["schemas"]["AnswerRule"][];
            /** Format: int64 */
            version: number;
            editable: boolean;
        };
        AnswerView: {
            path: string;
            title: string;
            text: string;
            type: string;
            attribute: string;
            files: components["schemas"]["AnswerFileView"][];
        };
        AnsweredCount: {
            value: string;
            /** Format: int64 */
            count: null | number;
        };
        AnsweredView: {
            /** Format: int64 */
            responses: number;
            more: boolean;
            /** Format: int64 */
            answered: number;
            counts: components["schemas"]["AnsweredCount"][];
        };
        ApiKeyView: {
            id: string;
            name: string;
            permissions: string[];
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt: null | string;
            /** Format: date-time */
            usedAt: null | string;
        };
        ArticleBody: {
            kind: null | string;
            entity: null | string;
            draft: null | components["schemas"]["ArticleContent"];
            /** Format: int64 */
            version: null | number;
        };
        ArticleContent: {
            title: null | string;
            body: null | string;
            tags: null | string[];
            links: null | components["schemas"]["ArticleLink"][];
            /** Format: date */
            validFrom: null | string;
            /** Format: date */
            validTo: null | string;
        };
        ArticleHit: {
            id: string;
            kind: string;
            entity: string;
            title: components["schemas"]["TextPart"][];
            excerpt: components["schemas"]["TextPart"][];
            tags: string[];
            /** Format: date */
            validFrom: string;
        };
        ArticleLink: {
            kind: string;
            key: string;
        };
        ArticleStep: {
            /** Format: int64 */
            version: number;
        };
        ArticleVersionView: {
            /** Format: int64 */
            number: number;
            content: components["schemas"]["ArticleContent"];
            publishedBy: string;
            /** Format: date-time */
            publishedAt: string;
        };
        ArticleView: {
            id: string;
            kind: string;
            entity: string;
            entityName: string;
            state: string;
            /** Format: int64 */
            current: null | number;
            versions: components["schemas"]["ArticleVersionView"][];
            mayEdit: boolean;
            draft: null | components["schemas"]["ArticleContent"];
            /** Format: date-time */
            changedAt: string;
            /** Format: int64 */
            version: number;
        };
        AssistantIn: {
            person: string;
            name: string;
            /** Format: int32 */
            share: number;
        };
        AssistantShare: {
            person: null | string;
            /** Format: int32 */
            share: number;
        };
        AssistantsOf: {
            entity: null | string;
            assistants: null | components["schemas"]["AssistantShare"][];
        };
        AttributeChangeView: {
            attribute: string;
            before: null | string[][];
            after: null | string[][];
        };
        AuditCheck: {
            ok: boolean;
            /** Format: int64 */
            rows: number;
            faults: components["schemas"]["AuditFault"][];
        };
        AuditFault: {
            trail: string;
            /** Format: int64 */
            id: number;
            what: string;
        };
        AuthenticatorCode: {
            code: null | string;
        };
        AuthenticatorSecret: {
            secret: string;
            uri: string;
            qr: string;
        };
        BalanceView: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            balance: number;
        };
        BankBody: {
            fragment: components["schemas"]["JsonElement"];
            tags: null | string[];
            unit: null | string;
            province: boolean;
            /** Format: int64 */
            version: number;
        };
        BankSaved: {
            id: string;
            /** Format: int64 */
            current: number;
            /** Format: int64 */
            version: number;
        };
        BankUseView: {
            questionnaire: string;
            title: string;
            /** Format: int64 */
            number: number;
            name: string;
            /** Format: int64 */
            taken: number;
        };
        BankVersionView: {
            /** Format: int64 */
            number: number;
            madeBy: string;
            /** Format: date-time */
            madeAt: string;
            fragment: components["schemas"]["JsonElement"];
        };
        BankView: {
            id: string;
            title: string;
            type: string;
            tags: string[];
            state: string;
            /** Format: int64 */
            current: number;
            entity: string;
            owner: string;
            /** Format: date-time */
            changedAt: string;
            mine: boolean;
            /** Format: int64 */
            version: number;
            fragment: components["schemas"]["JsonElement"];
            versions: components["schemas"]["BankVersionView"][];
            uses: components["schemas"]["BankUseView"][];
            /** Format: int64 */
            elsewhere: number;
        };
        BaseFigures: {
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            opened: number;
            /** Format: int64 */
            contacted: number;
            /** Format: int64 */
            deposits: null | number;
            /** Format: int64 */
            loans: null | number;
            /** Format: int64 */
            wealth: null | number;
            /** Format: int64 */
            depositsBefore: null | number;
            /** Format: int64 */
            loansBefore: null | number;
        };
        BoardColumn: {
            /** Format: int64 */
            stage: number;
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            amount: null | number;
            /** Format: int64 */
            weighted: null | number;
            cards: components["schemas"]["CardView"][];
            next: null | string;
        };
        BoardView: {
            pipeline: components["schemas"]["Pipeline"];
            closedSince: string;
            columns: components["schemas"]["BoardColumn"][];
        };
        CampaignAudience: {
            how: string;
            segments: string[];
            excluded: string[];
        };
        CampaignContactView: {
            /** Format: int32 */
            step: number;
            kind: string;
            state: string;
            /** Format: int64 */
            attempt: number;
            task: null | string;
            /** Format: date-time */
            at: string;
        };
        CampaignDraft: {
            name: null | string;
            unit: null | string;
            owner: null | string;
            product: null | string;
            fromDay: null | string;
            toDay: null | string;
            plan: null | components["schemas"]["CampaignPlan"];
            costs: null | components["schemas"]["CostLine"][];
            /** Format: int64 */
            version: null | number;
        };
        CampaignGoal: {
            kind: string;
            value: string;
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            target: number;
        };
        CampaignPlan: {
            goal: components["schemas"]["CampaignGoal"];
            purpose: string;
            language: string;
            audience: components["schemas"]["CampaignAudience"];
            /** Format: int32 */
            holdOut: number;
            /** Format: int32 */
            tasksPerDay: number;
            steps: components["schemas"]["CampaignStep"][];
        };
        CampaignProgress: {
            total: components["schemas"]["ProgressRow"];
            rows: components["schemas"]["ProgressRow"][];
            steps: components["schemas"]["StepProgress"][];
            responses: {
                [key: string]: number;
            };
        };
        CampaignQr: {
            address: string;
            svg: string;
            /** Format: int64 */
            opened: null | number;
        };
        CampaignResponse: {
            kind: null | string;
            note: null | string;
            opportunity: null | components["schemas"]["ResponseOpportunity"];
        };
        CampaignResponseView: {
            kind: string;
            note: string;
            person: string;
            /** Format: date-time */
            at: string;
        };
        CampaignResultsView: {
            id: string;
            name: string;
            state: string;
            goal: components["schemas"]["CampaignGoal"];
            /** Format: int64 */
            spent: number;
            /** Format: date-time */
            startedAt: null | string;
            targets: components["schemas"]["ResultGroup"];
            heldOut: components["schemas"]["ResultGroup"];
            rows: components["schemas"]["ResultRow"][];
            products: components["schemas"]["OpenedProducts"][];
        };
        CampaignSteering: {
            reason: null | string;
        };
        CampaignStep: {
            /** Format: int32 */
            id: number;
            kind: string;
            /**
             * Format: int32
             * @default 0
             */
            next: number;
            /**
             * Format: int32
             * @default 0
             */
            otherwise: number;
            title?: null | components["schemas"]["StepText"];
            text?: null | components["schemas"]["StepText"];
            /** @default  */
            channel: string;
            /**
             * Format: int32
             * @default 0
             */
            days: number;
            /** @default  */
            until: string;
            if?: null | components["schemas"]["StepCondition"];
            /**
             * Format: int64
             * @default 0
             */
            questionnaire: number;
            /** @default  */
            link: string;
        };
        CampaignTargetView: {
            id: string;
            campaign: string;
            campaignName: string;
            campaignState: string;
            outcome: string;
            held: boolean;
            state: string;
            /** Format: int64 */
            step: number;
            /** Format: date-time */
            dueAt: null | string;
            response: string;
            /** Format: date-time */
            wonAt: null | string;
            contacts: components["schemas"]["CampaignContactView"][];
            responses: components["schemas"]["CampaignResponseView"][];
        };
        CampaignView: {
            id: string;
            name: string;
            entity: string;
            unit: string;
            unitName: string;
            owner: string;
            ownerName: string;
            state: string;
            problem: string;
            product: string;
            fromDay: null | string;
            toDay: null | string;
            plan: components["schemas"]["CampaignPlan"];
            costs: components["schemas"]["CostLine"][];
            /** Format: int64 */
            looked: number;
            /** Format: date-time */
            frozenAt: null | string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: date-time */
            changedAt: string;
            mayEdit: boolean;
            /** Format: int64 */
            version: number;
        };
        CardView: {
            /** Format: int64 */
            id: number;
            title: string;
            customer: string;
            name: string;
            product: string;
            /** Format: int64 */
            amount: null | number;
            /** Format: int32 */
            chance: number;
            expected: string;
            owner: string;
            ownerName: string;
            /** Format: int32 */
            days: number;
            tooLong: boolean;
            /** Format: int64 */
            version: number;
        };
        CauseView: {
            system: string;
            messageId: string;
        };
        CellView: {
            value: string;
            title: string;
            /** Format: int64 */
            count: null | number;
        };
        ChangeView: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            at: string;
            partyNumber: string;
            /** Format: int32 */
            version: number;
            maskedName: string;
            kind: string;
            cause: components["schemas"]["CauseView"];
            changed: string[];
            action: string;
        };
        ChannelView: {
            channel: string;
            on: boolean;
            /** Format: int32 */
            open: number;
            /** Format: int32 */
            connections: number;
            /** Format: int32 */
            perSecond: number;
            rests: boolean;
            trouble: string;
            /** Format: int64 */
            queued: number;
            /** Format: int64 */
            held: number;
            /** Format: int64 */
            sending: number;
            /** Format: int64 */
            inDoubt: number;
            /** Format: int64 */
            sent: number;
            /** Format: int64 */
            refused: number;
            /** Format: int64 */
            cancelled: number;
        };
        CheckBody: {
            document: components["schemas"]["JsonElement"];
        };
        CheckItem: {
            text: string;
            done: boolean;
        };
        CirclePerson: {
            number: string;
            name: string;
            kind: string;
            in: string;
            /** Format: int64 */
            deposits: number;
            /** Format: int64 */
            loans: number;
            /** Format: int64 */
            wealth: number;
        };
        CircleSum: {
            /** Format: int32 */
            customers: number;
            /** Format: int64 */
            deposits: number;
            /** Format: int64 */
            loans: number;
            /** Format: int64 */
            wealth: number;
            /** Format: int64 */
            guaranteed: number;
        };
        CircleTie: {
            from: string;
            to: string;
            relation: string;
        };
        CircleView: {
            people: components["schemas"]["CirclePerson"][];
            ties: components["schemas"]["CircleTie"][];
            household: null | components["schemas"]["CircleSum"];
            group: null | components["schemas"]["CircleSum"];
            /** Format: int32 */
            beyond: number;
        };
        ClearView: {
            attribute: string;
            value: string[][];
        };
        ColumnView: {
            name: string;
            type: string;
            class: null | string;
            sortable: boolean;
            filters: string[];
            options: null | string[];
            /** Format: int32 */
            width: null | number;
            default: boolean;
            filterOnly: boolean;
        };
        Combination: {
            how: string;
            of: string[];
        };
        ComparedAttribute: {
            attribute: string;
            mark: string;
            a: components["schemas"]["SaidValue"][];
            b: components["schemas"]["SaidValue"][];
        };
        ComparisonFigures: {
            /** Format: int64 */
            parties: number;
            /** Format: int64 */
            merges: number;
            /** Format: int64 */
            splits: number;
            /** Format: int64 */
            reviews: number;
            /** Format: int64 */
            settled: number;
            examples: components["schemas"]["ModelDifference"][];
        };
        Conflict: {
            person: string;
            name: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
        };
        ConflictQuestion: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            people: null | string[];
            /** Format: int64 */
            except: null | number;
        };
        ConsentEntity: {
            entity: string;
            name: string;
            wordings: components["schemas"]["WordingView"][];
        };
        ConsentGiven: {
            entity: null | string;
            purpose: null | string;
            channels: null | string[];
            wording: null | string;
            evidenceKind: null | string;
            evidence: null | string;
            documents?: null | number[];
        };
        ConsentView: {
            id: string;
            entity: string;
            entityName: string;
            purpose: string;
            channel: string;
            wording: string;
            /** Format: int64 */
            version: number;
            evidenceKind: string;
            evidence: string;
            givenBy: string;
            /** Format: date-time */
            givenAt: string;
            withdrawnBy: null | string;
            /** Format: date-time */
            withdrawnAt: null | string;
            withdrawnHow: null | string;
        };
        ConsentWithdrawn: {
            entity: null | string;
            purpose: null | string;
            channels: null | string[];
            how: null | string;
        };
        ConsentsView: {
            entities: components["schemas"]["ConsentEntity"][];
            purposes: string[];
            channels: string[];
            evidenceKinds: string[];
            consents: components["schemas"]["ConsentView"][];
        };
        ContactRule: {
            /** Format: int32 */
            messages: number;
            /** Format: int32 */
            talks: number;
            /** Format: int32 */
            days: number;
        };
        CorrectionView: {
            attribute: string;
            value: string[];
            by: string;
            /** Format: date-time */
            at: string;
            state: string;
            overruledBy: null | string;
            because: null | string;
        };
        CostLine: {
            what: string;
            /** Format: int64 */
            planned: number;
            /** Format: int64 */
            spent: number;
        };
        CountBody: {
            filter: null | components["schemas"]["JsonElement"];
            /** @default false */
            exact: boolean;
        };
        CountView: {
            /** Format: int64 */
            count: number;
            capped: boolean;
        };
        CoverDraft: {
            deputy: null | string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            reason: null | string;
        };
        CoverView: {
            /** Format: int64 */
            id: number;
            deputy: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            reason: string;
        };
        CreatedWork: {
            /** Format: int64 */
            id: number;
        };
        Credentials: {
            userName: null | string;
            password: null | string;
            code: null | string;
        };
        CrossBody: {
            filter: null | components["schemas"]["AnalysisFilter"];
            row: null | string;
            column: null | string;
            segments: null | string[];
            language: null | string;
        };
        CrossRow: {
            value: string;
            title: string;
            /** Format: int64 */
            count: null | number;
            /** Format: double */
            score: null | number;
            cells: (null | number)[];
        };
        CrossView: {
            columns: components["schemas"]["CellView"][];
            rows: components["schemas"]["CrossRow"][];
            depends: null | boolean;
        };
        CustomerEdit: {
            attributes: null | {
                [key: string]: string;
            };
        };
        CustomerIn: {
            entity: string;
            entityName: string;
            unit: string;
            unitName: string;
            managerId: string;
            manager: string;
            /** Format: int32 */
            share: number;
            assistants: components["schemas"]["AssistantIn"][];
            place: string;
            tier: string;
            /** Format: int64 */
            deposits: number;
            /** Format: int64 */
            loans: number;
            /** Format: int64 */
            wealth: number;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            lastContactAt: null | string;
        };
        CustomerView: {
            number: string;
            followed: boolean;
            in: components["schemas"]["CustomerIn"][];
            next: null | components["schemas"]["NextAction"];
        };
        DashboardRow: {
            code: string;
            name: string;
            ranked: boolean;
            base: components["schemas"]["BaseFigures"];
            /** Format: int64 */
            sharedDeposits: null | number;
            work: null | components["schemas"]["WorkFigures"];
        };
        DashboardView: {
            /** Format: date-time */
            asOf: string;
            today: string;
            monthStart: string;
            contactedSince: string;
            beforeKnown: boolean;
            level: string;
            base: components["schemas"]["BaseFigures"];
            work: null | components["schemas"]["WorkFigures"];
            rows: components["schemas"]["DashboardRow"][];
        };
        DayFigures: {
            /** Format: int32 */
            visits: number;
            /** Format: int32 */
            calls: number;
            /** Format: int32 */
            contacts: number;
            /** Format: int32 */
            reached: number;
            /** Format: int32 */
            tasks: number;
            /** Format: int32 */
            nexts: number;
            /** Format: int32 */
            overdue: number;
        };
        DayReviewEntry: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            person: string;
            personName: string;
            entity: string;
            unit: string;
            unitName: string;
            state: string;
            late: boolean;
            away: null | string;
            odd: string[];
            figures: null | components["schemas"]["DayFigures"];
            remarks: boolean;
        };
        DayReviewView: {
            day: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: int32 */
            owed: number;
            counts: {
                [key: string]: number;
            };
            entries: components["schemas"]["DayReviewEntry"][];
        };
        DayView: {
            /** Format: date */
            day: string;
            lunar: string;
            kind: string;
            name: null | string;
            nameEn: null | string;
        };
        DecideReply: {
            state: string;
            /** Format: int64 */
            approval: null | number;
        };
        DecideRequest: {
            decision: null | string;
            basis: null | string;
            reason: null | string;
        };
        Decided: {
            /** Format: int64 */
            id: number;
            outcome: string;
            why: null | string;
        };
        Decision: {
            ids: null | number[];
            approve: boolean;
            note: null | string;
        };
        DeliveryView: {
            state: string;
            /** Format: int64 */
            sequence: number;
            /** Format: int32 */
            tries: number;
            reason: null | string;
        };
        DemoChange: {
            system: null | string;
            key: null | string;
        };
        DemoOpen: {
            from: null | string;
            to: null | string;
        };
        DemoReply: {
            partyNumber: null | string;
            system: null | string;
            key: null | string;
            what: null | string;
        };
        DependentView: {
            what: string;
            /** Format: int64 */
            count: number;
        };
        DeviceView: {
            id: string;
            current: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            seenAt: string;
            address: string;
            device: string;
        };
        DisputedDocument: {
            document: string[];
            holder: null | string;
        };
        DocumentRemoval: {
            reason: null | string;
        };
        DocumentView: {
            /** Format: int64 */
            id: number;
            customer: string;
            entity: string;
            entityName: string;
            kind: string;
            name: string;
            contentType: string;
            /** Format: int64 */
            bytes: number;
            note: string;
            by: string;
            /** Format: date-time */
            at: string;
            of: string[];
        };
        DocumentsView: {
            documents: components["schemas"]["DocumentView"][];
            kinds: string[];
            extensions: string[];
            /** Format: int64 */
            mostBytes: number;
        };
        DoubtDecision: {
            /** Format: int32 */
            step: number;
            again: boolean;
            reason: null | string;
        };
        DraftBody: {
            document: components["schemas"]["JsonElement"];
            /** Format: int64 */
            version: number;
        };
        DraftSaved: {
            /** Format: int64 */
            version: number;
        };
        DryRunCount: {
            /** Format: int32 */
            step: number;
            kind: string;
            day: null | string;
            /** Format: int64 */
            count: number;
        };
        DryRunSample: {
            /** Format: int32 */
            step: number;
            kind: string;
            title: string;
            text: string;
        };
        DryRunStep: {
            /** Format: int32 */
            step: number;
            kind: string;
            day: null | string;
        };
        DryRunView: {
            /** Format: int64 */
            targets: number;
            counts: components["schemas"]["DryRunCount"][];
            samples: components["schemas"]["DryRunSample"][];
            ways: components["schemas"]["DryRunWay"][];
            next: null | string;
        };
        DryRunWay: {
            target: string;
            name: string;
            manager: string;
            steps: components["schemas"]["DryRunStep"][];
        };
        EditBody: {
            /** Format: int64 */
            version: number;
            cells: null | {
                [key: string]: string;
            };
        };
        EditView: {
            /** Format: int64 */
            version: number;
        };
        Effect: {
            told: components["schemas"]["SystemKeys"][];
            changes: string[];
        };
        ElementView: {
            element: string;
            path: string;
            title: string;
            visible: boolean;
            enabled: boolean;
            required: boolean;
            errors: components["schemas"]["AnswerErrorView"][];
        };
        ErrorRates: {
            /** Format: double */
            wrongLinks: number;
            /** Format: double */
            missedMatches: number;
            pairs?: null | {
                [key: string]: components["schemas"]["ErrorRates"];
            };
        };
        EvaluateBody: {
            document: components["schemas"]["JsonElement"];
            answers: null | components["schemas"]["JsonElement"];
            language: null | string;
        };
        EvaluationView: {
            title: string;
            elements: components["schemas"]["ElementView"][];
            calculated: components["schemas"]["JsonElement"];
            result: components["schemas"]["JsonElement"];
            /** Format: double */
            score: number;
            band: null | string;
            bandTitle: null | string;
            lastPage: null | string;
            complete: boolean;
            completedText: null | string;
            errors: components["schemas"]["AnswerErrorView"][];
        };
        EventChange: {
            event: null | components["schemas"]["EventDraft"];
            span: null | string;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            version: number;
        };
        EventDraft: {
            title: null | string;
            place: null | string;
            note: null | string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            allDay: boolean;
            rule: null | string;
            /** Format: int32 */
            remindMinutes: null | number;
            guests: null | string[];
            customer: null | string;
        };
        EventSaved: {
            /** Format: int64 */
            id: number;
        };
        EventView: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            at: string;
            person: string;
            name: string;
            title: string;
            place: string;
            note: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            allDay: boolean;
            rule: null | string;
            moved: boolean;
            /** Format: int32 */
            remindMinutes: null | number;
            guests: components["schemas"]["GuestView"][];
            customer: null | string;
            mayEdit: boolean;
            answer: null | string;
            /** Format: int64 */
            version: number;
        };
        ExcludeChoice: {
            /** Format: int32 */
            exclusions: number;
            disputed: components["schemas"]["DisputedDocument"][];
        };
        ExportBody: {
            filter: null | components["schemas"]["JsonElement"];
            sort: null | components["schemas"]["SortBody"][];
            columns: string[];
            format: string;
            reason: string;
        };
        ExportStarted: {
            job: null | string;
            /** Format: int64 */
            proposal: null | number;
        };
        Favourite: {
            to: null | string;
            title: null | string;
            on: boolean;
        };
        FeedMade: {
            path: string;
        };
        FeedView: {
            exists: boolean;
            /** Format: date-time */
            createdAt: null | string;
            /** Format: date-time */
            usedAt: null | string;
        };
        /** @enum {unknown} */
        FieldSight: "Hidden" | "Masked" | "Clear";
        FiguresView: {
            /** Format: int64 */
            received: number;
            /** Format: int64 */
            applied: number;
            /** Format: int64 */
            duplicates: number;
            /** Format: int64 */
            refused: number;
            /** Format: int64 */
            parties: number;
            /** Format: int64 */
            backlog: number;
            /** Format: int64 */
            dead: number;
            syncMs: components["schemas"]["Quantiles"];
        };
        FindingView: {
            severity: string;
            code: string;
            path: string;
            text: string;
        };
        Followed: {
            on: boolean;
        };
        ForecastCell: {
            month: string;
            key: string;
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            amount: null | number;
            /** Format: int64 */
            weighted: null | number;
        };
        ForecastView: {
            level: string;
            months: string[];
            stages: components["schemas"]["ForecastCell"][];
            rows: components["schemas"]["ForecastCell"][];
            won: components["schemas"]["ForecastCell"][];
            names: {
                [key: string]: string;
            };
        };
        FoundCustomer: {
            number: string;
            name: string;
            kind: string;
            document: null | string;
            mobile: null | string;
            unitName: string;
        };
        GoldenView: {
            attribute: string;
            value: string[][];
            provenance: components["schemas"]["ProvenanceView"];
            losing: components["schemas"]["LosingView"][];
        };
        GrantView: {
            permission: string;
            reach: string;
            role: string;
            unit: string;
            unitName: string;
            coverFor: null | string;
            /** Format: date */
            until: null | string;
            rows: components["schemas"]["RowsView"];
        };
        GroupPair: {
            a: string;
            b: string;
            /** Format: double */
            score: number;
            state: string;
        };
        GroupParty: {
            number: string;
            name: null | string;
            /** Format: int32 */
            records: number;
        };
        GuestView: {
            person: string;
            name: string;
            answer: string;
        };
        HandoverPreview: {
            /** Format: int64 */
            id: null | number;
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            openTasks: number;
            /** Format: int64 */
            dueLoans: number;
            /** Format: int64 */
            deposits: number;
            /** Format: int64 */
            loans: number;
        };
        HandoverRequest: {
            entity: null | string;
            from: null | string;
            customers: null | number[];
            to: null | string;
            /** Format: date */
            effectiveOn: null | string;
            /** Format: int32 */
            readDays: number;
            note: null | string;
            preview: boolean;
        };
        HandoverView: {
            /** Format: int64 */
            id: number;
            entity: string;
            entityName: string;
            from: string;
            to: string;
            state: string;
            /** Format: int64 */
            customers: number;
            note: string;
            /** Format: date */
            effectiveOn: string;
            /** Format: date */
            readsUntil: null | string;
            madeBy: string;
            /** Format: date-time */
            madeAt: string;
            /** Format: date-time */
            doneAt: null | string;
            mayUndo: boolean;
        };
        HeldView: {
            attribute: string;
            said: null | string[][];
            /** Format: date-time */
            saidAt: null | string;
            told: null | string[][];
            holds: null | string[][];
            due: boolean;
        };
        HoldingView: {
            system: string;
            account: string;
            kind: string;
            product: string;
            title: string;
            currency: string;
            state: string;
            unit: string;
            unitName: string;
            /** Format: int64 */
            balance: null | number;
            /** Format: int64 */
            amount: null | number;
            /** Format: int64 */
            overdue: number;
            /** Format: double */
            rate: number;
            /** Format: date */
            opened: null | string;
            /** Format: date */
            matures: null | string;
            guarantee: string;
            /** Format: date-time */
            at: string;
            days: components["schemas"]["BalanceView"][];
            months: components["schemas"]["BalanceView"][];
        };
        /** Format: binary */
        IFormFile: string;
        IcsFile: {
            text: null | string;
            preview: boolean;
        };
        ImportCheck: {
            mapping: null | {
                [key: string]: number;
            };
            options: null | components["schemas"]["ImportOptions"];
        };
        ImportFieldView: {
            name: string;
            needed: boolean;
        };
        ImportKindView: {
            name: string;
            allowed: boolean;
            fields: components["schemas"]["ImportFieldView"][];
        };
        ImportLineView: {
            /** Format: int64 */
            line: number;
            outcome: string;
            way: string;
            problem: string;
            field: string;
            value: string;
            number: null | string;
            name: null | string;
            place: null | string;
            village: string;
            household: string;
            ref: string;
        };
        ImportOptions: {
            tag?: null | string;
            segment?: null | string;
            /** @default false */
            prospects: boolean;
        };
        ImportProblem: {
            /** Format: int32 */
            line: number;
            what: string;
        };
        ImportResult: {
            /** Format: int32 */
            lines: number;
            /** Format: int32 */
            good: number;
            problems: components["schemas"]["ImportProblem"][];
            users: components["schemas"]["MadeUser"][];
        };
        ImportTally: {
            outcome: string;
            way: string;
            problem: string;
            field: string;
            /** Format: int64 */
            lines: number;
        };
        ImportView: {
            id: string;
            kind: string;
            state: string;
            file: string;
            unit: string;
            unitName: string;
            by: string;
            mine: boolean;
            heads: string[];
            mapping: {
                [key: string]: number;
            };
            options: components["schemas"]["ImportOptions"];
            sample: string[][];
            problem: null | string;
            again: null | string;
            kept: boolean;
            /** Format: int64 */
            lines: number;
            /** Format: int64 */
            good: number;
            /** Format: int64 */
            wrong: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            undone: number;
            /** Format: int64 */
            stayed: number;
            tallies: components["schemas"]["ImportTally"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        ImportedDocument: {
            format: string;
            document: null | components["schemas"]["JsonElement"];
            title: string;
            /** Format: int32 */
            questions: number;
            findings: components["schemas"]["FindingView"][];
        };
        ImportedEvents: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            changed: number;
            refused: components["schemas"]["RefusedEvent"][];
        };
        InvitationAnswer: {
            answer: null | string;
        };
        InvitationBody: {
            questionnaire: null | string;
            customer: null | string;
            prospect: null | string;
            via: null | string;
            /** Format: int32 */
            days: null | number;
            send: null | string;
            remindBy: null | string;
            /** Format: int32 */
            remindDays: null | number;
            /** Format: int32 */
            reminders: null | number;
        };
        InvitationView: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            questionnaire: number;
            title: string;
            state: string;
            address: string;
            qr: string;
            /** Format: date-time */
            expiresAt: string;
        };
        JobView: {
            id: string;
            kind: string;
            state: string;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            total: number;
            file: null | string;
            problem: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        JsonElement: unknown;
        KeptPlaceView: {
            to: null | string;
            title: null | string;
        };
        KeptPlacesView: {
            favourites: components["schemas"]["KeptPlaceView"][];
            recents: components["schemas"]["KeptPlaceView"][];
        };
        KnownCustomer: {
            number: string;
            name: string;
            why: string;
        };
        LearnMatchModel: {
            name: null | string;
            /** Format: int32 */
            seed: null | number;
            errors: null | components["schemas"]["ErrorRates"];
        };
        LineProblem: {
            /** Format: int32 */
            line: number;
            problem: string;
        };
        LinkEvidenceView: {
            record: components["schemas"]["RecordAddress"];
            /** Format: double */
            weight: number;
            /** Format: double */
            probability: number;
            model: string;
            lines: components["schemas"]["LinkLineView"][];
        };
        LinkLineView: {
            comparison: string;
            level: string;
            /** Format: double */
            weight: number;
            /** Format: double */
            rarity: number;
        };
        LinkView: {
            system: string;
            key: string;
            rule: string;
            verified: boolean;
            evidence: null | components["schemas"]["LinkEvidenceView"];
        };
        ListActionView: {
            name: string;
            edit: null | string[];
        };
        ListView: {
            name: string;
            columns: components["schemas"]["ColumnView"][];
            sort: components["schemas"]["SortBody"][];
            actions: components["schemas"]["ListActionView"][];
            export: boolean;
        };
        LosingView: {
            system: string;
            key: string;
            value: string[][];
            /** Format: date-time */
            at: string;
            why: string;
        };
        LostReason: {
            code: string;
            zh: string;
            en: string;
            closed?: boolean;
        };
        MadeApiKey: {
            id: string;
            key: string;
        };
        MadePassword: {
            oneTimePassword: string;
        };
        MadeUser: {
            userName: string;
            oneTimePassword: string;
            proposals: components["schemas"]["ProposalMade"][];
        };
        MatchModelView: {
            /** Format: int64 */
            id: number;
            name: string;
            state: string;
            madeBy: string;
            /** Format: date-time */
            madeAt: null | string;
            usedBy: null | string;
            /** Format: date-time */
            usedAt: null | string;
            comparison: null | components["schemas"]["RunView"];
            compared: null | components["schemas"]["ComparisonFigures"];
            rematch: null | components["schemas"]["RunView"];
        };
        MergeChoice: {
            stays: string;
            redirects: string;
            because: string;
            /** Format: int32 */
            moves: number;
            effect: components["schemas"]["Effect"];
        };
        MessageDetail: {
            system: string;
            id: string;
            direction: string;
            /** Format: date-time */
            at: string;
            key: null | string;
            outcome: string;
            reason: null | string;
            text: null | string;
            field: null | string;
            partyNumber: null | string;
            /** Format: int64 */
            durationMs: null | number;
            /** Format: int32 */
            repeats: number;
            /** Format: int32 */
            tries: number;
            cursor: string;
            content: null | string;
            attempts: components["schemas"]["TryView"][];
        };
        MessageView: {
            system: string;
            id: string;
            direction: string;
            /** Format: date-time */
            at: string;
            key: null | string;
            outcome: string;
            reason: null | string;
            text: null | string;
            field: null | string;
            partyNumber: null | string;
            /** Format: int64 */
            durationMs: null | number;
            /** Format: int32 */
            repeats: number;
            /** Format: int32 */
            tries: number;
            cursor: string;
        };
        ModelDifference: {
            what: string;
            party: string;
            other: null | string;
        };
        MoveView: {
            /** Format: date-time */
            at: string;
            by: string;
            /** Format: int64 */
            before: number;
            /** Format: int64 */
            after: number;
            reason: string;
            remark: string;
        };
        MyCampaign: {
            id: string;
            name: string;
            state: string;
            product: string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: int64 */
            targets: number;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            responded: number;
            /** Format: int64 */
            won: number;
        };
        NewApiKey: {
            name: null | string;
            permissions: null | string[];
            /** Format: int32 */
            days: number;
        };
        NewMatchModel: {
            name: null | string;
            model: components["schemas"]["JsonElement"];
        };
        NewOpportunity: {
            customer: null | string;
            /** Format: int64 */
            prospect: null | number;
            /** Format: int64 */
            pipeline: number;
            /** Format: int64 */
            stage: null | number;
            owner: null | string;
            fields: null | components["schemas"]["OpportunityFields"];
        };
        NewQuestionnaire: {
            title: null | string;
            kind: null | string;
            anonymous: boolean;
            unit: null | string;
            province: boolean;
            template: null | string;
            copyOf: null | string;
            document: null | components["schemas"]["JsonElement"];
        };
        NewTag: {
            name: null | string;
            entity: null | string;
        };
        NewUnit: {
            code: null | string;
            name: null | string;
            kind: null | components["schemas"]["UnitKindName"];
            parent: null | string;
            /** Format: date */
            from: null | string;
        };
        NewUser: {
            userName: null | string;
            name: null | string;
            mobile: null | string;
            email: null | string;
            posts: null | components["schemas"]["PostDraft"][];
        };
        NewWording: {
            entity: null | string;
            purpose: null | string;
            text: null | string;
        };
        NextAction: {
            /** Format: int64 */
            id: number;
            kind: string;
            title: string;
            args: components["schemas"]["JsonElement"];
            /** Format: date */
            dueOn: string;
            entity: string;
        };
        NextStep: {
            kind: null | string;
            title: null | string;
            on: null | string;
        };
        NextUnitView: {
            /** Format: date */
            from: string;
            name: string;
            parent: string;
            state: string;
            mergedInto: null | string;
        };
        NotificationPage: {
            rows: components["schemas"]["NotificationRow"][];
            /** Format: int64 */
            unread: number;
        };
        NotificationRow: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            at: string;
            kind: string;
            arguments: components["schemas"]["JsonElement"];
            to: string;
            /** Format: date-time */
            readAt: null | string;
        };
        NotificationView: {
            muted: string[];
            digest: string;
        };
        OpenDelivery: {
            system: string;
            key: string;
            partyNumber: string;
            maskedName: string;
            state: string;
            /** Format: int64 */
            sequence: number;
            /** Format: int32 */
            tries: number;
            reason: null | string;
            text: null | string;
            messageId: null | string;
            /** Format: date-time */
            dueSince: string;
            /** Format: date-time */
            lastTriedAt: null | string;
        };
        OpenedProducts: {
            kind: string;
            /** Format: int32 */
            since: number;
            /** Format: int64 */
            targets: number;
            /** Format: int64 */
            heldOut: number;
        };
        OpportunityEdit: {
            /** Format: int64 */
            version: number;
            fields: null | components["schemas"]["OpportunityFields"];
            owner: null | string;
        };
        OpportunityFields: {
            title: null | string;
            product: null | string;
            /** Format: int64 */
            amount: null | number;
            /** Format: int32 */
            chance: null | number;
            expected: null | string;
            contact: null | string;
            note: null | string;
        };
        OpportunityLine: {
            /** Format: int64 */
            id: number;
            title: string;
            pipeline: string;
            stage: components["schemas"]["Stage"];
            state: string;
            /** Format: int64 */
            amount: null | number;
            /** Format: int32 */
            chance: number;
            expected: string;
            owner: string;
            ownerName: string;
            /** Format: int32 */
            days: number;
            tooLong: boolean;
        };
        OpportunityMove: {
            /** Format: int64 */
            stage: number;
            /** Format: int64 */
            version: number;
            reason: null | string;
            remark: null | string;
            fields: null | components["schemas"]["OpportunityFields"];
            documents?: null | number[];
        };
        OpportunityRule: {
            /** Format: int64 */
            id: number;
            entity: string;
            name: string;
            kind: string;
            figures: components["schemas"]["RuleFigures"];
            pipeline: string;
            stage: string;
            product: string;
            title: string;
            state: string;
            /** Format: int32 */
            day: number;
            /** Format: int64 */
            opened: number;
            /** Format: int64 */
            version: number;
        };
        OpportunityStep: {
            title: null | string;
            note: null | string;
            assignee: null | string;
            dueOn: null | string;
        };
        OpportunityTaskView: {
            /** Format: int64 */
            id: number;
            title: string;
            dueOn: string;
            state: string;
        };
        OpportunityUndo: {
            /** Format: int64 */
            version: number;
        };
        OpportunityView: {
            /** Format: int64 */
            id: number;
            customer: string;
            /** Format: int64 */
            prospect: number;
            name: string;
            entity: string;
            unit: string;
            unitName: string;
            owner: string;
            ownerName: string;
            /** Format: int64 */
            pipeline: number;
            /** Format: int64 */
            stage: number;
            title: string;
            product: string;
            /** Format: int64 */
            amount: null | number;
            /** Format: int32 */
            chance: number;
            ownChance: boolean;
            expected: string;
            contact: string;
            note: string;
            origin: string;
            state: string;
            reason: string;
            remark: string;
            /** Format: int32 */
            days: number;
            tooLong: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            closedAt: null | string;
            /** Format: int64 */
            version: number;
            /** Format: int32 */
            documents: number;
            undo: boolean;
            moves: components["schemas"]["MoveView"][];
            tasks: components["schemas"]["OpportunityTaskView"][];
        };
        OrganisationView: {
            units: components["schemas"]["UnitView"][];
        };
        ParameterSetting: {
            unit: null | string;
            name: null | string;
            value: null | string;
        };
        ParameterView: {
            name: string;
            value: string;
            own: boolean;
            default: string;
            type: string;
            options: null | string[];
            /** Format: int32 */
            most: null | number;
        };
        PartView: {
            key: string;
            title: string;
            /** Format: int64 */
            answered: null | number;
            /** Format: double */
            mean: null | number;
            /** Format: double */
            least: null | number;
            /** Format: double */
            most: null | number;
            cells: components["schemas"]["CellView"][];
        };
        PartyRow: {
            number: string;
            kind: string;
            name: null | string;
            document: null | string;
            mobile: null | string;
            region: null | string;
            systems: string[];
            /** Format: date-time */
            changedAt: string;
            beyond: boolean;
        };
        PartyView: {
            number: string;
            redirectedFrom: null | string;
            kind: string;
            status: string;
            /** Format: int32 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            beyond: boolean;
            attributes: components["schemas"]["GoldenView"][];
            records: components["schemas"]["RecordView"][];
            relationships: components["schemas"]["RelationshipView"][];
            suspects: components["schemas"]["SuspectView"][];
            history: components["schemas"]["VersionView"][];
        };
        PasswordChange: {
            current: null | string;
            password: null | string;
        };
        PermissionInfo: {
            name: string;
            /** @default false */
            rows: boolean;
            /** @default false */
            stepUp: boolean;
        };
        Pipeline: {
            /** Format: int64 */
            id: number;
            entity: string;
            code: string;
            zh: string;
            en: string;
            state: string;
            stages: components["schemas"]["Stage"][];
            reasons: components["schemas"]["LostReason"][];
            /** Format: int64 */
            version: number;
        };
        PipelineDraft: {
            entity: null | string;
            zh: null | string;
            en: null | string;
            state: null | string;
            stages: null | components["schemas"]["Stage"][];
            reasons: null | components["schemas"]["LostReason"][];
            /** Format: int64 */
            version: number;
        };
        PipelineSaved: {
            pipeline: components["schemas"]["Pipeline"];
            closed: {
                [key: string]: number;
            };
        };
        PipelineSettings: {
            pipeline: components["schemas"]["Pipeline"];
            inUse: {
                [key: string]: number;
            };
        };
        PipelinesView: {
            pipelines: components["schemas"]["Pipeline"][];
            entities: {
                [key: string]: string;
            };
        };
        PlaceView: {
            code: null | string;
            name: null | string;
            kind: null | string;
            unit: null | string;
            manager?: null | string;
        };
        PlanDraft: {
            /** Format: int64 */
            id: number;
            name: null | string;
            steps: null | components["schemas"]["PlanStep"][];
            closed: boolean;
        };
        PlanFault: {
            /** Format: int32 */
            step: number;
            problem: string;
        };
        PlanStep: {
            title: string;
            note: null | string;
            /** Format: int32 */
            offset: number;
            checklist: null | string[];
            evidence: boolean;
            /** Format: int32 */
            priority: number;
        };
        PlanView: {
            /** Format: int64 */
            id: number;
            entity: string;
            name: string;
            steps: components["schemas"]["PlanStep"][];
            mine: boolean;
        };
        Policy: {
            tiers: components["schemas"]["TierStep"][];
            /** Format: int64 */
            outflowFrom: number;
            /** Format: int32 */
            outflowShare: number;
            /** Format: int32 */
            dormantDays: number;
            /** Format: int64 */
            dormantFrom: number;
            silent: string[];
            pool?: components["schemas"]["PoolRule"];
            contacts?: components["schemas"]["ContactRule"];
            isSound?: boolean;
        };
        PolicyDraft: {
            entity: null | string;
            rules: null | components["schemas"]["Policy"];
            preview: boolean;
        };
        PolicyVersion: {
            /** Format: date-time */
            at: string;
            by: string;
            rules: components["schemas"]["Policy"];
        };
        PolicyView: {
            entity: string;
            entityName: string;
            rules: components["schemas"]["Policy"];
            history: components["schemas"]["PolicyVersion"][];
        };
        PoolAllowance: {
            entity: string;
            entityName: string;
            rule: components["schemas"]["PoolRule"];
            /** Format: int32 */
            claims: number;
            /** Format: int64 */
            customers: number;
        };
        PoolRule: {
            open: boolean;
            /** Format: int32 */
            claimsPerDay: number;
            /** Format: int32 */
            mostCustomers: number;
            /** Format: int32 */
            returnDays: number;
            /** Format: int32 */
            restDays: number;
        };
        PostDraft: {
            role: null | string;
            unit: null | string;
            /** Format: date */
            from: null | string;
            /** Format: date */
            to: null | string;
            reason?: null | string;
        };
        PostView: {
            role: string;
            roleName: components["schemas"]["TwoLanguages"];
            unit: string;
            unitName: string;
        };
        PreviewBody: {
            document: components["schemas"]["JsonElement"];
            answers: null | components["schemas"]["JsonElement"];
            language: null | string;
            page: null | string;
            form: null | string[][];
        };
        PreviewView: {
            html: string;
            answers: components["schemas"]["JsonElement"];
            page: string;
            language: string;
            /** Format: double */
            score: number;
            band: null | string;
            quotas: string[];
        };
        ProductBody: {
            code: null | string;
            entity: null | string;
            kind: null | string;
            name: null | components["schemas"]["TwoLanguages"];
            holds: null | string[];
            reported: null | string[];
            draft: null | components["schemas"]["ProductTerms"];
            /** Format: int64 */
            version: null | number;
        };
        ProductFileView: {
            /** Format: int64 */
            id: number;
            name: string;
            contentType: string;
            /** Format: int64 */
            bytes: number;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            since: number;
            /** Format: int64 */
            until: null | number;
        };
        ProductStep: {
            /** Format: int64 */
            version: number;
        };
        ProductTerms: {
            /** Format: date */
            validFrom: null | string;
            /** Format: int32 */
            termMonths: number;
            /** Format: double */
            minAmount: null | number;
            /** Format: double */
            maxAmount: null | number;
            currency: null | string;
            rates: null | components["schemas"]["RateTier"][];
            eligibility: null | components["schemas"]["JsonElement"];
            risk: null | string;
            talkZh: null | string;
            talkEn: null | string;
        };
        ProductVersionView: {
            /** Format: int64 */
            number: number;
            /** Format: date */
            validFrom: string;
            terms: components["schemas"]["ProductTerms"];
            publishedBy: string;
            /** Format: date-time */
            publishedAt: string;
        };
        ProductView: {
            code: string;
            entity: string;
            entityName: string;
            kind: string;
            name: components["schemas"]["TwoLanguages"];
            holds: string[];
            reported: string[];
            state: string;
            /** Format: int64 */
            current: null | number;
            versions: components["schemas"]["ProductVersionView"][];
            files: components["schemas"]["ProductFileView"][];
            mayEdit: boolean;
            draft: null | components["schemas"]["ProductTerms"];
            /** Format: date-time */
            changedAt: string;
            /** Format: int64 */
            version: number;
        };
        ProfileView: {
            userName: string;
            name: string;
            mobile: string;
            email: string;
            language: string;
            theme: null | string;
            notifications: components["schemas"]["NotificationView"];
        };
        ProgressRow: {
            key: string;
            name: string;
            /** Format: int64 */
            targets: number;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            contacted: number;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            inDoubt: number;
            /** Format: int64 */
            responded: number;
            /** Format: int64 */
            won: number;
            /** Format: int64 */
            heldOut: number;
            /** Format: int64 */
            heldOutWon: number;
        };
        ProposalMade: {
            /** Format: int64 */
            proposal: number;
            applied: boolean;
        };
        ProposalView: {
            /** Format: int64 */
            id: number;
            kind: string;
            subject: string;
            unit: string;
            maker: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            state: string;
            mine: boolean;
            mayDecide: boolean;
            before: string;
            after: string;
            reason: string;
            checker: null | string;
            /** Format: date-time */
            decidedAt: null | string;
            note: string;
        };
        ProspectCheck: {
            name: null | string;
            document: null | string;
            mobile: null | string;
        };
        ProspectDraft: {
            kind: null | string;
            name: null | string;
            document: null | string;
            mobile: null | string;
            address: null | string;
            source: null | string;
            note: null | string;
            unit: null | string;
        };
        ProspectIs: {
            number: null | string;
        };
        ProspectKnown: {
            customers: components["schemas"]["KnownCustomer"][];
            elsewhere: boolean;
            prospects: string[];
        };
        ProspectView: {
            id: string;
            kind: string;
            name: string;
            document: null | string;
            mobile: null | string;
            address: string;
            source: string;
            note: string;
            unit: string;
            state: string;
            number: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int64 */
            version: number;
        };
        ProvenanceView: {
            system: string;
            key: string;
            rule: string;
            /** Format: date-time */
            at: string;
        };
        PublishBody: {
            note: null | string;
            /** Format: int64 */
            version: number;
        };
        PublishedNumber: {
            /** Format: int64 */
            number: number;
        };
        Quantiles: {
            /** Format: double */
            p50: number;
            /** Format: double */
            p99: number;
            /** Format: double */
            max: number;
            /** Format: int32 */
            count: number;
        };
        QuestionView: {
            name: string;
            title: string;
            shape: string;
            /** Format: double */
            nps: null | number;
            parts: components["schemas"]["PartView"][];
        };
        QuestionnaireVersionView: {
            /** Format: int64 */
            number: number;
            note: string;
            publishedBy: string;
            /** Format: date-time */
            publishedAt: string;
            /** Format: int64 */
            answers: number;
        };
        QuestionnaireView: {
            id: string;
            title: string;
            kind: string;
            anonymous: boolean;
            state: string;
            /** Format: int64 */
            current: number;
            entity: string;
            unit: string;
            owner: string;
            changedBy: string;
            /** Format: date-time */
            changedAt: string;
            mine: boolean;
            draft: components["schemas"]["JsonElement"];
            /** Format: int64 */
            version: number;
            versions: components["schemas"]["QuestionnaireVersionView"][];
        };
        RateRow: {
            value: string;
            title: string;
            /** Format: int64 */
            invited: number;
            /** Format: int64 */
            opened: null | number;
            /** Format: int64 */
            completed: null | number;
            /** Format: int64 */
            screened: null | number;
        };
        RateTier: {
            /** Format: double */
            amountFrom: number;
            /** Format: int32 */
            termMonths: number;
            /** Format: double */
            percent: number;
            /** Format: date */
            validFrom: null | string;
        };
        RatesView: {
            all: components["schemas"]["RateRow"];
            byVia: components["schemas"]["RateRow"][];
            byUnit: components["schemas"]["RateRow"][];
        };
        /** @enum {unknown} */
        Reach: "Own" | "Unit" | "Entity" | "Province";
        ReadMarks: {
            ids: null | number[];
            all: boolean;
        };
        Reconciliation: {
            /** Format: int32 */
            lines: number;
            /** Format: int32 */
            matched: number;
            /** Format: int32 */
            unmatched: number;
            problems: components["schemas"]["LineProblem"][];
        };
        RecordAddress: {
            system: string;
            key: string;
        };
        RecordView: {
            system: string;
            key: string;
            status: string;
            link: string;
            branch: null | string;
            /** Format: date-time */
            openedAt: null | string;
            attributes: components["schemas"]["HeldView"][];
            delivery: null | components["schemas"]["DeliveryView"];
        };
        RecordedResponse: {
            opportunity: null | string;
        };
        RecoveryCodes: {
            codes: string[];
        };
        RefusedEvent: {
            title: string;
            because: string;
        };
        RelatedArticle: {
            id: string;
            kind: string;
            title: string;
        };
        RelationshipView: {
            unit: string;
            legalEntity: string;
            kind: string;
            /** Format: date-time */
            since: null | string;
            source: string;
        };
        RelativeView: {
            relation: string;
            number: string;
            kind: string;
            name: null | string;
            systems: string[];
        };
        ReminderSettled: {
            dueOn: null | string;
            reason: null | string;
        };
        ReportDayState: {
            day: string;
            state: string;
            late: boolean;
            away: null | string;
        };
        ReportNoteView: {
            /** Format: date-time */
            at: string;
            by: string;
            act: string;
            text: string;
        };
        ReportRecord: {
            /** Format: int64 */
            id: number;
            kind: string;
            /** Format: date-time */
            at: string;
            subject: string;
            customer: string;
            customerName: string;
            outcome: string;
            result: string;
            next: string;
            ref: string;
        };
        ReportReviewed: {
            verdict: null | string;
            comment: null | string;
            /** Format: int64 */
            version: number;
        };
        ReportSubmitted: {
            entity: null | string;
            remarks: null | string;
        };
        ReportView: {
            /** Format: int64 */
            id: number;
            person: string;
            personName: string;
            entity: string;
            unitName: string;
            day: string;
            state: string;
            late: boolean;
            away: null | string;
            /** Format: date-time */
            dueAt: null | string;
            odd: string[];
            figures: components["schemas"]["DayFigures"];
            records: components["schemas"]["ReportRecord"][];
            /** Format: int32 */
            later: number;
            remarks: string;
            notes: components["schemas"]["ReportNoteView"][];
            /** Format: date-time */
            submittedAt: null | string;
            /** Format: int64 */
            version: number;
            days: components["schemas"]["ReportDayState"][];
            entities: string[];
        };
        ResponseLine: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            questionnaire: number;
            title: string;
            /** Format: int64 */
            version: number;
            via: string;
            /** Format: double */
            score: number;
            band: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        ResponseOpportunity: {
            pipeline: null | string;
            title: null | string;
            /** Format: int64 */
            amount: number;
        };
        ResponseView: {
            response: components["schemas"]["ResponseLine"];
            number: string;
            name: string;
            answers: components["schemas"]["AnswerView"][];
        };
        ResultGroup: {
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            contacted: number;
            /** Format: int64 */
            responded: number;
            /** Format: int64 */
            won: number;
            /** Format: int64 */
            gained: number;
        };
        ResultRow: {
            key: string;
            name: string;
            targets: components["schemas"]["ResultGroup"];
            heldOut: components["schemas"]["ResultGroup"];
        };
        RevealQuota: {
            /** Format: int32 */
            used: number;
            /** Format: int32 */
            limit: number;
        };
        RevealRequest: {
            attributes: null | string[];
            reason: null | string;
        };
        RevealedPair: {
            attributes: components["schemas"]["ComparedAttribute"][];
            quota: components["schemas"]["RevealQuota"];
        };
        RevealedView: {
            attributes: components["schemas"]["ClearView"][];
            quota: components["schemas"]["RevealQuota"];
        };
        ReviewDecision: {
            ids: null | number[];
            over: boolean;
        };
        ReviewView: {
            /** Format: int64 */
            id: number;
            what: string;
            entity: string;
            from: string;
            fromName: string;
            to: string;
            toName: string;
            /** Format: date-time */
            writtenAt: string;
            /** Format: date-time */
            foundAt: string;
        };
        RightsView: {
            fields: {
                [key: string]: string;
            };
            grants: components["schemas"]["GrantView"][];
        };
        RiskView: {
            level: string;
            /** Format: date */
            assessedOn: string;
            /** Format: date */
            validTo: string;
            expired: boolean;
        };
        RoleDraft: {
            name: null | components["schemas"]["TwoLanguages"];
            grants: null | {
                [key: string]: components["schemas"]["Reach"];
            };
            fields: null | {
                [key: string]: components["schemas"]["FieldSight"];
            };
            reason: null | string;
        };
        RoleView: {
            id: string;
            name: components["schemas"]["TwoLanguages"];
            shipped: boolean;
            grants: {
                [key: string]: string;
            };
            fields: {
                [key: string]: string;
            };
            /** Format: int32 */
            people: number;
        };
        RollUpRow: {
            code: string;
            name: string;
            /** Format: int32 */
            people: number;
            /** Format: int32 */
            owed: number;
            /** Format: int32 */
            away: number;
            /** Format: int32 */
            submitted: number;
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            late: number;
            /** Format: int32 */
            missing: number;
            /** Format: int32 */
            odd: number;
            figures: components["schemas"]["DayFigures"];
        };
        RollUpView: {
            from: string;
            to: string;
            level: string;
            rows: components["schemas"]["RollUpRow"][];
        };
        RowsBody: {
            filter: null | components["schemas"]["JsonElement"];
            sort: null | components["schemas"]["SortBody"][];
            columns: null | string[];
            after: null | string;
            before: null | string;
            /** Format: int32 */
            limit: null | number;
        };
        RowsView: {
            all: boolean;
            entities: string[];
            units: string[];
            managers: string[];
            places: string[];
        };
        RuleDraft: {
            entity: null | string;
            name: null | string;
            kind: null | string;
            figures: null | components["schemas"]["RuleFigures"];
            pipeline: null | string;
            stage: null | string;
            product: null | string;
            title: null | string;
            state: null | string;
            /** Format: int64 */
            version: number;
            preview: boolean;
        };
        RuleFigures: {
            /** Format: int32 */
            days: number;
            /** Format: int64 */
            from: number;
            /** Format: int32 */
            percent: number;
        };
        RuleSaved: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            finds: number;
        };
        RunView: {
            state: string;
            /** Format: int64 */
            position: number;
            /** Format: int64 */
            until: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        SaidValue: {
            value: string[];
            agrees: boolean;
            survives: boolean;
            records: string[];
            /** Format: date-time */
            at: string;
        };
        SavedView: {
            id: string;
            name: string;
            shared: boolean;
            mine: boolean;
            state: components["schemas"]["JsonElement"];
        };
        SavedViewBody: {
            name: string;
            shared: boolean;
            state: components["schemas"]["JsonElement"];
        };
        SearchView: {
            customers: components["schemas"]["FoundCustomer"][];
        };
        SegmentBody: {
            name: null | string;
            kind: null | string;
            shared: boolean;
            filter: null | components["schemas"]["JsonElement"];
            of: null | components["schemas"]["Combination"];
        };
        SegmentView: {
            id: string;
            name: string;
            kind: string;
            shared: boolean;
            mine: boolean;
            filter: null | components["schemas"]["JsonElement"];
            of: null | components["schemas"]["Combination"];
            /** Format: int64 */
            lines: number;
            /** Format: date-time */
            changedAt: string;
        };
        SelectionCount: {
            outcome: string;
            held: boolean;
            /** Format: int64 */
            count: number;
        };
        SessionView: {
            userName: string;
            name: string;
            demo: boolean;
            language: string;
            theme: string;
            permissions: string[];
            fields: {
                [key: string]: string;
            };
            posts: components["schemas"]["PostView"][];
            passwordChange: boolean;
            totp: boolean;
            /** Format: date-time */
            steppedUpUntil: string;
            /** Format: int64 */
            unread: number;
            watermark: string;
        };
        SideRecord: {
            system: string;
            key: string;
            open: boolean;
            link: string;
            rule: string;
            branch: null | string;
            /** Format: date-time */
            openedAt: string;
        };
        SignInView: {
            /** Format: date-time */
            at: string;
            address: string;
            outcome: string;
        };
        SkipRequest: {
            reason: null | string;
        };
        SortBody: {
            column: string;
            /** @default false */
            descending: boolean;
        };
        SplitKey: {
            system: string;
            key: string;
        };
        SplitReply: {
            /** Format: int32 */
            leaves: number;
            /** Format: int32 */
            stays: number;
            /** Format: int32 */
            exclusions: number;
            effect: components["schemas"]["Effect"];
            /** Format: int64 */
            approval: null | number;
        };
        SplitRequest: {
            system: null | string;
            key: null | string;
            reason: null | string;
            with?: null | components["schemas"]["SplitKey"][];
            /** @default false */
            preview: boolean;
        };
        Stage: {
            /** Format: int64 */
            id: number;
            code: string;
            zh: string;
            en: string;
            kind: string;
            /** Format: int32 */
            chance: number;
            needs: string[];
            /** Format: int32 */
            days: number;
            state: string;
        };
        StepCondition: {
            on: string;
            /** @default  */
            value: string;
            /**
             * Format: int32
             * @default 0
             */
            step: number;
            /**
             * Format: int64
             * @default 0
             */
            amount: number;
        };
        StepProgress: {
            /** Format: int32 */
            step: number;
            kind: string;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            made: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            inDoubt: number;
            /** Format: int64 */
            cancelled: number;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            unsuitable: number;
        };
        StepText: {
            zh: string;
            en: string;
        };
        StepUp: {
            password: null | string;
            code: null | string;
        };
        StewardDecisionView: {
            kind: string;
            state: string;
            stale: boolean;
            by: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            closedAt: null | string;
            reason: string;
        };
        SuitableProduct: {
            code: string;
            name: components["schemas"]["TwoLanguages"];
            kind: string;
            risk: string;
            held: boolean;
            against: null | string;
            unfulfilled: unknown[];
            unasked: boolean;
        };
        SuitableProducts: {
            entity: string;
            risk: null | components["schemas"]["RiskView"];
            products: components["schemas"]["SuitableProduct"][];
        };
        SumsBody: {
            filter: null | components["schemas"]["JsonElement"];
        };
        SumsView: {
            /** Format: int64 */
            count: number;
            sums: {
                [key: string]: number;
            };
        };
        SuspectDetail: {
            state: string;
            /** Format: double */
            score: number;
            reason: string;
            /** Format: date-time */
            createdAt: string;
            basis: string;
            a: components["schemas"]["SuspectSide"];
            b: components["schemas"]["SuspectSide"];
            attributes: components["schemas"]["ComparedAttribute"][];
            strongest: null | components["schemas"]["Waterfall"];
            same: null | components["schemas"]["MergeChoice"];
            different: null | components["schemas"]["ExcludeChoice"];
            unsure: null | components["schemas"]["UnsureView"];
            decision: null | components["schemas"]["StewardDecisionView"];
            group: components["schemas"]["SuspectGroup"];
        };
        SuspectGroup: {
            parties: components["schemas"]["GroupParty"][];
            pairs: components["schemas"]["GroupPair"][];
            more: boolean;
        };
        SuspectSide: {
            number: string;
            kind: string;
            status: string;
            /** Format: int32 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            mergedInto: null | string;
            /** Format: int32 */
            verified: number;
            records: components["schemas"]["SideRecord"][];
            dependents: components["schemas"]["DependentView"][];
        };
        SuspectView: {
            other: string;
            /** Format: double */
            score: number;
            reason: string;
        };
        SystemKeys: {
            system: string;
            /** Format: int32 */
            keys: number;
        };
        SystemView: {
            system: string;
            kind: string;
            /** Format: int32 */
            inbound: number;
            outbound: string;
            /** Format: double */
            receivedPerSecond: number;
            /** Format: double */
            deliveredPerSecond: number;
            /** Format: int64 */
            backlog: number;
            /** Format: int64 */
            dead: number;
            /** Format: double */
            oldestDueSeconds: null | number;
            /** Format: date-time */
            lastReceivedAt: null | string;
            /** Format: date-time */
            lastDeliveredAt: null | string;
            /** Format: int64 */
            customers: number;
        };
        TagView: {
            id: string;
            entity: string;
            entityName: string;
            name: string;
        };
        TaskDone: {
            result: null | string;
            reference: null | string;
            documents?: null | number[];
        };
        TaskDraft: {
            title: null | string;
            note: null | string;
            customer: null | string;
            assignee: null | string;
            dueOn: null | string;
            /** Format: int32 */
            priority: number;
            checklist: null | string[];
            evidence: boolean;
        };
        TaskLater: {
            dueOn: null | string;
            reason: null | string;
        };
        TaskTick: {
            /** Format: int32 */
            line: number;
            done: boolean;
        };
        TaskTransfer: {
            assignee: null | string;
            reason: null | string;
        };
        TaskView: {
            /** Format: int64 */
            id: number;
            entity: string;
            title: string;
            note: string;
            customer: string;
            customerName: string;
            assignee: string;
            assigneeName: string;
            creatorName: string;
            dueOn: string;
            state: string;
            /** Format: int32 */
            priority: number;
            checklist: components["schemas"]["CheckItem"][];
            evidence: boolean;
            reference: string;
            result: string;
            origin: string;
            escalatedTo: string;
            history: components["schemas"]["WorkEvent"][];
        };
        TemplateView: {
            name: string;
            document: components["schemas"]["JsonElement"];
        };
        TextPart: {
            text: string;
            hit: boolean;
        };
        TextView: {
            text: null | string;
            unit: null | string;
            /** Format: date-time */
            at: null | string;
            customer: null | string;
            name: null | string;
        };
        TextsBody: {
            filter: null | components["schemas"]["AnalysisFilter"];
            question: null | string;
            /** Format: int32 */
            skip: null | number;
            word: null | string;
        };
        TextsView: {
            /** Format: int64 */
            count: null | number;
            texts: components["schemas"]["TextView"][];
        };
        TierCount: {
            tier: string;
            /** Format: int64 */
            now: number;
            /** Format: int64 */
            then: number;
        };
        TierStep: {
            tier: string;
            /** Format: int64 */
            from: number;
        };
        TimelinePage: {
            rows: components["schemas"]["ActivityView"][];
            next: null | string;
        };
        TodayEntry: {
            customer: string;
            name: string;
            /** Format: int32 */
            score: number;
            items: components["schemas"]["TodayItem"][];
        };
        TodayItem: {
            kind: string;
            /** Format: int64 */
            id: number;
            title: string;
            reason: string;
            dueOn: string;
            /** Format: int32 */
            priority: number;
            /** Format: date-time */
            at?: null | string;
            args?: null | components["schemas"]["JsonElement"];
        };
        TodayView: {
            day: string;
            entries: components["schemas"]["TodayEntry"][];
            /** Format: int32 */
            done: number;
        };
        TrendPoint: {
            end: string;
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            deposits: null | number;
            /** Format: int64 */
            loans: null | number;
        };
        TrendView: {
            /** Format: date-time */
            asOf: null | string;
            points: components["schemas"]["TrendPoint"][];
        };
        TryView: {
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            durationMs: null | number;
            outcome: string;
            code: null | string;
            text: null | string;
        };
        TwoLanguages: {
            zh: string;
            en: string;
        };
        UnitDraft: {
            /** Format: date */
            from: null | string;
            name: null | string;
            parent: null | string;
            close: boolean;
            mergeInto: null | string;
            preview: boolean;
            reason?: null | string;
        };
        /** @enum {unknown} */
        UnitKindName: "Entity" | "Branch" | "Outlet" | null;
        UnitPreview: {
            /** Format: int32 */
            units: number;
            /** Format: int32 */
            people: number;
            gains: string[];
            losses: string[];
            proposal: null | components["schemas"]["ProposalMade"];
        };
        UnitView: {
            code: string;
            name: string;
            kind: string;
            parent: null | string;
            /** Format: date */
            from: string;
            state: string;
            mergedInto: null | string;
            /** Format: int32 */
            people: number;
            next: null | components["schemas"]["NextUnitView"];
        };
        UnsureView: {
            by: string;
            /** Format: date-time */
            at: string;
            note: string;
        };
        UpdateDecision: {
            ids: null | number[];
            accept: boolean;
        };
        UpdateView: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            response: number;
            questionnaire: string;
            number: string;
            name: string;
            attribute: string;
            value: string[];
            now: string[][];
            enteredBy: string;
            own: boolean;
            /** Format: date-time */
            at: string;
        };
        UpdatesDecided: {
            /** Format: int32 */
            decided: number;
        };
        UpdatesPage: {
            rows: components["schemas"]["UpdateView"][];
            more: boolean;
        };
        UploadedDocument: {
            /** Format: int64 */
            id: number;
        };
        UseMatchModel: {
            reason: null | string;
        };
        UserDraft: {
            name: null | string;
            mobile: null | string;
            email: null | string;
            state: null | string;
        };
        UserPostView: {
            /** Format: int64 */
            id: number;
            role: string;
            roleName: components["schemas"]["TwoLanguages"];
            unit: string;
            unitName: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: null | string;
        };
        UserView: {
            id: string;
            userName: string;
            name: string;
            mobile: string;
            email: string;
            state: string;
            totp: boolean;
            posts: components["schemas"]["UserPostView"][];
            covers: components["schemas"]["CoverView"][];
            /** Format: date-time */
            lastSeenAt: null | string;
        };
        VersionView: {
            /** Format: int32 */
            version: number;
            /** Format: date-time */
            at: string;
            cause: components["schemas"]["CauseView"];
            action: string;
            changed: components["schemas"]["AttributeChangeView"][];
        };
        VisitCustomer: {
            number: string;
            name: string;
        };
        VisitDone: {
            outcome: null | string;
            result: null | string;
            place: null | string;
            photos: null | string[];
            next: null | components["schemas"]["NextStep"];
            documents?: null | number[];
        };
        VisitDraft: {
            kind: null | string;
            customers: null | string[];
            purpose: null | string;
            place: null | string;
            /** Format: date-time */
            at: null | string;
            done: null | components["schemas"]["VisitDone"];
        };
        VisitMoved: {
            /** Format: date-time */
            at: null | string;
            reason: null | string;
        };
        VisitView: {
            /** Format: int64 */
            id: number;
            entity: string;
            kind: string;
            state: string;
            customers: components["schemas"]["VisitCustomer"][];
            person: string;
            purpose: string;
            place: string;
            /** Format: date-time */
            at: string;
            outcome: string;
            result: string;
            photos: string[];
            nextRef: string;
        };
        Waterfall: {
            recordA: string;
            recordB: string;
            /** Format: double */
            prior: number;
            steps: components["schemas"]["WaterfallStep"][];
            /** Format: double */
            weight: number;
            /** Format: double */
            probability: number;
            /** Format: double */
            review: number;
            /** Format: double */
            automatic: number;
            verdict: string;
            cannot: null | string;
            /** Format: int64 */
            model: number;
        };
        WaterfallStep: {
            comparison: string;
            level: string;
            /** Format: double */
            weight: number;
            /** Format: double */
            rarity: number;
        };
        WhySource: {
            role: string;
            unit: string;
            unitName: string;
            reach: string;
            coverFor: null | string;
            because: string;
            value: null | string;
        };
        WhyView: {
            permission: string;
            sources: components["schemas"]["WhySource"][];
        };
        Wish: {
            entity: string;
            calendar: string;
            /** Format: date */
            quietUntil: null | string;
        };
        WordView: {
            word: string;
            /** Format: int64 */
            count: number;
        };
        WordingView: {
            id: string;
            entity: string;
            purpose: string;
            /** Format: int64 */
            version: number;
            text: string;
        };
        WordsView: {
            /** Format: int64 */
            texts: number;
            words: components["schemas"]["WordView"][];
        };
        WorkCancelled: {
            reason: null | string;
        };
        WorkEvent: {
            /** Format: date-time */
            at: string;
            by: string;
            after: string;
            reason: string;
        };
        WorkFigures: {
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            visits: number;
            /** Format: int64 */
            calls: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ShowSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    StepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
        };
    };
    SaveProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
        };
    };
    ChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    BeginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthenticatorSecret"];
                };
            };
        };
    };
    EndTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ConfirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthenticatorCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    ListSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"][];
                };
            };
        };
    };
    EndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListSignIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInView"][];
                };
            };
        };
    };
    ListKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyView"][];
                };
            };
        };
    };
    CreateKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
        };
    };
    RevokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowOrganisation: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
        };
    };
    ListPlaces: {
        parameters: {
            query?: {
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceView"][];
                };
            };
        };
    };
    SavePlace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceView"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AddUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnit"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ChangeUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPreview"];
                };
            };
        };
    };
    ShowParameters: {
        parameters: {
            query?: {
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterView"][];
                };
            };
        };
    };
    SetParameter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParameterSetting"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    SaveUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDraft"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CreateUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeUser"];
                };
            };
        };
    };
    AddPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostDraft"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalMade"];
                };
            };
        };
    };
    EndPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userName: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalMade"];
                };
            };
        };
    };
    CoverUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoverDraft"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalMade"];
                };
            };
        };
    };
    ResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadePassword"];
                };
            };
        };
    };
    SignOutUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportUsers: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
        };
    };
    ShowOwnRights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsView"];
                };
            };
        };
    };
    ShowRights: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RightsView"];
                };
            };
        };
    };
    ListPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionInfo"][];
                };
            };
        };
    };
    ListRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"][];
                };
            };
        };
    };
    SaveRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleDraft"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalMade"];
                };
            };
        };
    };
    DeleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalMade"];
                };
            };
        };
    };
    ListApprovals: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"][];
                };
            };
        };
    };
    DecideApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"][];
                };
            };
        };
    };
    WithdrawApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    VerifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheck"];
                };
            };
        };
    };
    ListKeptPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPlacesView"];
                };
            };
        };
    };
    SaveFavourite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Favourite"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SaveRecent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeptPlaceView"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListNotifications: {
        parameters: {
            query?: {
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
        };
    };
    ReadNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMarks"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "DescribeList-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "Export-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "Export-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-suspects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-suspects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-suspects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "RunAction-customers-allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-distribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-give-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-untag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-unfollow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-start-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-assist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-unassist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-customers-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "EditRow-customers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditView"];
                };
            };
        };
    };
    "Export-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "Export-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "Export-prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "RunAction-pool-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "DescribeList-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-product-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-product-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-product-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-article-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-article-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-article-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "Export-campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "DescribeList-outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "RunAction-outgoing-send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-outgoing-let-be": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "DescribeList-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "RunAction-tasks-transfer-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "RunAction-tasks-cancel-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "Export-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "Export-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "RunAction-reports-accept-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "Export-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "SumRows-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SumsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SumsView"];
                };
            };
        };
    };
    "RunAction-opportunities-give-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResult"];
                };
            };
        };
    };
    "Export-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    "DescribeList-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
        };
    };
    "ReadRows-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsView"];
                };
            };
        };
    };
    "CountRows-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
        };
    };
    "Export-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStarted"];
                };
            };
        };
    };
    ListSystems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemView"][];
                };
            };
        };
    };
    ShowFigures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresView"];
                };
            };
        };
    };
    ListChanges: {
        parameters: {
            query?: {
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"][];
                };
            };
        };
    };
    FindParties: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyRow"][];
                };
            };
        };
    };
    ShowParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyView"];
                };
            };
        };
    };
    RevealParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedView"];
                };
            };
        };
    };
    FindRelatives: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelativeView"][];
                };
            };
        };
    };
    WhyParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyView"];
                };
            };
        };
    };
    WhyLinked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkView"][];
                };
            };
        };
    };
    ListMessages: {
        parameters: {
            query?: {
                system?: string;
                outcome?: string;
                direction?: string;
                q?: string;
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"][];
                };
            };
        };
    };
    ShowMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                direction: string;
                system: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetail"];
                };
            };
        };
    };
    ListDeliveries: {
        parameters: {
            query?: {
                state?: string;
                system?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenDelivery"][];
                };
            };
        };
    };
    ResendDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SkipDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CloseDay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SplitRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SplitReply"];
                };
            };
        };
    };
    ShowSuspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                a: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspectDetail"];
                };
            };
        };
    };
    RevealSuspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                a: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedPair"];
                };
            };
        };
    };
    DecideSuspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                a: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecideReply"];
                };
            };
        };
    };
    SearchCustomers: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchView"];
                };
            };
        };
    };
    ShowEdits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"][];
                };
            };
        };
    };
    EditCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerEdit"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListReviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"][];
                };
            };
        };
    };
    DecideReviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowTimeline: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
        };
    };
    ShowConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentsView"];
                };
            };
        };
    };
    GiveConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentGiven"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WithdrawConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentWithdrawn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListWordings: {
        parameters: {
            query?: {
                entity?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingView"][];
                };
            };
        };
    };
    AddWording: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWording"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingView"];
                };
            };
        };
    };
    ShowDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentsView"];
                };
            };
        };
    };
    UploadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedDocument"];
                };
            };
        };
    };
    ListDocumentsOf: {
        parameters: {
            query?: {
                of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentView"][];
                };
            };
        };
    };
    DownloadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RemoveDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentRemoval"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
        };
    };
    ShowHoldings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingView"][];
                };
            };
        };
    };
    ShowCircle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CircleView"];
                };
            };
        };
    };
    ListHandovers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverView"][];
                };
            };
        };
    };
    MakeHandover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPreview"];
                };
            };
        };
    };
    UndoHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SetAssistants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssistantsOf"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FollowCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Followed"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowDays: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayView"][];
                };
            };
        };
    };
    ShowCalendar: {
        parameters: {
            query: {
                from: string;
                to: string;
                scope?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"][];
                };
            };
        };
    };
    AddEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventSaved"];
                };
            };
        };
    };
    ChangeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventSaved"];
                };
            };
        };
    };
    RemoveEvent: {
        parameters: {
            query?: {
                span?: string;
                at?: string;
                version?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AnswerInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAnswer"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FindConflicts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conflict"][];
                };
            };
        };
    };
    ShowFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedView"];
                };
            };
        };
    };
    MakeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedMade"];
                };
            };
        };
    };
    RevokeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IcsFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedEvents"];
                };
            };
        };
    };
    ListPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"][];
                };
            };
        };
    };
    SetPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierCount"][];
                };
            };
        };
    };
    ShowWishes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wish"][];
                };
            };
        };
    };
    SetWish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wish"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"][];
                };
            };
        };
    };
    AddTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"];
                };
            };
        };
    };
    ListSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentView"][];
                };
            };
        };
    };
    AddSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentView"];
                };
            };
        };
    };
    SaveSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentView"];
                };
            };
        };
    };
    RemoveSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
        };
    };
    FillSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
        };
    };
    AddProspect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProspectDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
        };
    };
    ShowProspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
        };
    };
    SaveProspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProspectDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
        };
    };
    DropProspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
        };
    };
    CheckProspect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProspectCheck"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectKnown"];
                };
            };
        };
    };
    ConvertProspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
        };
    };
    JoinProspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProspectIs"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
        };
    };
    ShowPool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolAllowance"][];
                };
            };
        };
    };
    ShowProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
        };
    };
    SaveProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
        };
    };
    AddProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
        };
    };
    PublishProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
        };
    };
    WithdrawProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
        };
    };
    SellProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
        };
    };
    ShowSuitableProducts: {
        parameters: {
            query?: {
                entity?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuitableProducts"];
                };
            };
        };
    };
    AddProductFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedDocument"];
                };
            };
        };
    };
    DownloadProductFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RemoveProductFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SearchArticles: {
        parameters: {
            query?: {
                q?: string;
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleHit"][];
                };
            };
        };
    };
    AddArticle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleView"];
                };
            };
        };
    };
    RelatedArticles: {
        parameters: {
            query: {
                to: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedArticle"][];
                };
            };
        };
    };
    CustomersArticles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedArticle"][];
                };
            };
        };
    };
    ShowArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleView"];
                };
            };
        };
    };
    SaveArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleView"];
                };
            };
        };
    };
    PublishArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleView"];
                };
            };
        };
    };
    WithdrawArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleView"];
                };
            };
        };
    };
    StartImport: {
        parameters: {
            query?: {
                kind?: string;
                file?: string;
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    CheckImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportCheck"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    RunImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    StopImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    UndoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    ShowImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    RemoveImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowImportLines: {
        parameters: {
            query?: {
                outcome?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportLineView"][];
                };
            };
        };
    };
    ListImportKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportKindView"][];
                };
            };
        };
    };
    FetchImportErrors: {
        parameters: {
            query?: {
                language?: string;
                outcome?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FetchImportTemplate: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AddCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    ShowCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    SaveCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    RemoveCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CheckCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanFault"][];
                };
            };
        };
    };
    SubmitCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowSelection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionCount"][];
                };
            };
        };
    };
    StartCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignSteering"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PauseCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignSteering"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    StopCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignSteering"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DryRunCampaign: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunView"];
                };
            };
        };
    };
    RecordCampaignResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                target: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignResponse"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedResponse"];
                };
            };
        };
    };
    SettleCampaignDoubt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                target: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoubtDecision"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowCampaignTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                target: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignTargetView"];
                };
            };
        };
    };
    ShowCustomerCampaigns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignTargetView"][];
                };
            };
        };
    };
    ShowCampaignProgress: {
        parameters: {
            query?: {
                by?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgress"];
                };
            };
        };
    };
    ShowCampaignResults: {
        parameters: {
            query?: {
                by?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignResultsView"];
                };
            };
        };
    };
    CompareCampaigns: {
        parameters: {
            query: {
                campaign: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignResultsView"][];
                };
            };
        };
    };
    ListMyCampaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCampaign"][];
                };
            };
        };
    };
    FollowCampaignLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowCampaignQr: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                step: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignQr"];
                };
            };
        };
    };
    ShowAnalysis: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalysisBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisView"];
                };
            };
        };
    };
    CrossAnalysis: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrossBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrossView"];
                };
            };
        };
    };
    ShowRates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatesView"];
                };
            };
        };
    };
    ShowTexts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextsView"];
                };
            };
        };
    };
    CountWords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsView"];
                };
            };
        };
    };
    ExportAnalysis: {
        parameters: {
            query?: {
                format?: string;
                filter?: string;
                language?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AddQuestionnaire: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestionnaire"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedQuestionnaire"];
                };
            };
        };
    };
    ShowTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateView"][];
                };
            };
        };
    };
    ShowQuestionnaire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireView"];
                };
            };
        };
    };
    ShowVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonElement"];
                };
            };
        };
    };
    SaveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSaved"];
                };
            };
        };
    };
    CheckDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"][];
                };
            };
        };
    };
    EvaluateDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluateBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
        };
    };
    PreviewDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
        };
    };
    PublishQuestionnaire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedNumber"];
                };
            };
        };
    };
    CloseQuestionnaire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReopenQuestionnaire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedDocument"];
                };
            };
        };
    };
    ExportDocument: {
        parameters: {
            query?: {
                number?: number;
            };
            header?: never;
            path: {
                id: string;
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CheckExport: {
        parameters: {
            query?: {
                number?: number;
            };
            header?: never;
            path: {
                id: string;
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"][];
                };
            };
        };
    };
    AddBankItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankSaved"];
                };
            };
        };
    };
    ShowBankItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankView"];
                };
            };
        };
    };
    SaveBankItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankSaved"];
                };
            };
        };
    };
    RetireBankItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowAnswered: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnsweredView"];
                };
            };
        };
    };
    ShowChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"][];
                };
            };
        };
    };
    ShowDashboard: {
        parameters: {
            query?: {
                entity?: string;
                unit?: string;
                manager?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardView"];
                };
            };
        };
    };
    ShowTrend: {
        parameters: {
            query?: {
                entity?: string;
                unit?: string;
                manager?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendView"];
                };
            };
        };
    };
    ListPipelines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelinesView"];
                };
            };
        };
    };
    AddPipeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineSaved"];
                };
            };
        };
    };
    ShowPipelineSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineSettings"][];
                };
            };
        };
    };
    SavePipeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineSaved"];
                };
            };
        };
    };
    AddOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOpportunity"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityView"];
                };
            };
        };
    };
    ShowOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityView"];
                };
            };
        };
    };
    EditOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityEdit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityView"];
                };
            };
        };
    };
    ListCustomerOpportunities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityLine"][];
                };
            };
        };
    };
    ListProspectOpportunities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityLine"][];
                };
            };
        };
    };
    AddOpportunityTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWork"];
                };
            };
        };
    };
    MoveOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityView"];
                };
            };
        };
    };
    UndoOpportunityMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpportunityUndo"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityView"];
                };
            };
        };
    };
    ShowBoard: {
        parameters: {
            query: {
                pipeline: number;
                owner?: string;
                unit?: string;
                late?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardView"];
                };
            };
        };
    };
    ShowBoardColumn: {
        parameters: {
            query: {
                pipeline: number;
                stage: number;
                after?: string;
                owner?: string;
                unit?: string;
                late?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardColumn"];
                };
            };
        };
    };
    ShowForecast: {
        parameters: {
            query?: {
                pipeline?: string;
                entity?: string;
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastView"];
                };
            };
        };
    };
    ListOpportunityRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpportunityRule"][];
                };
            };
        };
    };
    AddOpportunityRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSaved"];
                };
            };
        };
    };
    SaveOpportunityRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSaved"];
                };
            };
        };
    };
    ShowAnswerRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerRulesView"][];
                };
            };
        };
    };
    SetAnswerRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRulesDraft"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowResponsesOfCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseLine"][];
                };
            };
        };
    };
    ShowResponsesOfProspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseLine"][];
                };
            };
        };
    };
    ShowResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
        };
    };
    DownloadAnswerFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowAnswerUpdates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatesPage"];
                };
            };
        };
    };
    DecideAnswerUpdates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatesDecided"];
                };
            };
        };
    };
    Invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
        };
    };
    ShowInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
        };
    };
    WithdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowPoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CreateTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWork"];
                };
            };
        };
    };
    ShowTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    FinishTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskDone"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PostponeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskLater"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TransferTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskTransfer"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TickTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskTick"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CancelTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkCancelled"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"][];
                };
            };
        };
    };
    SavePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWork"];
                };
            };
        };
    };
    PlanVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWork"];
                };
            };
        };
    };
    ShowVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitView"];
                };
            };
        };
    };
    FinishVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitDone"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MoveVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitMoved"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayView"];
                };
            };
        };
    };
    SettleReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderSettled"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowOwnReport: {
        parameters: {
            query?: {
                entity?: string;
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
        };
    };
    ShowReport: {
        parameters: {
            query?: {
                entity?: string;
            };
            header?: never;
            path: {
                person: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
        };
    };
    SubmitReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportSubmitted"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReviewed"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewReports: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayReviewView"];
                };
            };
        };
    };
    RollUpReports: {
        parameters: {
            query?: {
                period?: string;
                day?: string;
                entity?: string;
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollUpView"];
                };
            };
        };
    };
    ShowOwnAbsences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceView"][];
                };
            };
        };
    };
    RecordOwnAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceRecorded"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceCreated"];
                };
            };
        };
    };
    ShowAbsences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceView"][];
                };
            };
        };
    };
    RecordAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceRecorded"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceCreated"];
                };
            };
        };
    };
    WithdrawOwnAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WithdrawAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-suspects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-suspects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-suspects": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-suspects": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-customers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-customers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-consents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-consents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-prospects": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-prospects": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-pool": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-pool": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-products": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-products": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-product-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-product-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-product-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-product-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-articles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-articles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-article-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-article-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-article-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-article-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-campaign-targets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-bank": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-bank": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-visits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-visits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-reports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-reports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "ListViews-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
        };
    };
    "AddView-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
        };
    };
    "ChangeView-responses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "RemoveView-responses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"][];
                };
            };
        };
    };
    ShowJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
        };
    };
    CancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FetchJobFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListMatchModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchModelView"][];
                };
            };
        };
    };
    AddMatchModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMatchModel"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShowMatchModelFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LearnMatchModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LearnMatchModel"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CompareMatchModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UseMatchModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseMatchModel"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalMade"];
                };
            };
        };
    };
}
