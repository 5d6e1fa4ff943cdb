// Made from the server’s OpenAPI document by `npm run api`: do not edit.

export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: {
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
                        "application/json": components["schemas"]["SessionState"];
                    };
                };
            };
        };
        put?: never;
        /** Sign in. The cookie lasts a working day. */
        post: {
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
        /** Sign out. */
        delete: {
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
        AttributeChangeView: {
            attribute: string;
            before: null | string[][];
            after: null | string[][];
        };
        CauseView: {
            system: string;
            messageId: string;
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
        Credentials: {
            userName: string;
            password: string;
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
        GoldenView: {
            attribute: string;
            value: string[][];
            provenance: components["schemas"]["ProvenanceView"];
            losing: components["schemas"]["LosingView"][];
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
        LosingView: {
            system: string;
            key: string;
            value: string[][];
            /** Format: date-time */
            at: string;
            why: string;
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
        PartyRow: {
            number: string;
            kind: string;
            name: string;
            document: null | string;
            mobile: null | string;
            region: null | string;
            systems: string[];
            /** Format: date-time */
            changedAt: string;
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
            attributes: components["schemas"]["GoldenView"][];
            records: components["schemas"]["RecordView"][];
            relationships: components["schemas"]["RelationshipView"][];
            suspects: components["schemas"]["SuspectView"][];
            history: components["schemas"]["VersionView"][];
        };
        ProvenanceView: {
            system: string;
            key: string;
            rule: string;
            /** Format: date-time */
            at: string;
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
        RelationshipView: {
            unit: string;
            legalEntity: string;
            kind: string;
            /** Format: date-time */
            since: null | string;
            source: string;
        };
        SessionState: {
            userName: null | string;
            demo: boolean;
        };
        SkipRequest: {
            reason: null | string;
        };
        SuspectView: {
            other: string;
            /** Format: double */
            score: number;
            reason: string;
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
        VersionView: {
            /** Format: int32 */
            version: number;
            /** Format: date-time */
            at: string;
            cause: components["schemas"]["CauseView"];
            action: string;
            changed: components["schemas"]["AttributeChangeView"][];
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
}
