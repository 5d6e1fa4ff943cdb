using System.Net.Sockets;
using Granary.Gateway;
using Granary.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Granary.Host;

/// <summary>What went wrong outside of us, in one line.</summary>
internal static class ErrorLine
{
    public static string? Of(Exception error) => error switch
    {
        UserError or GatewayOptionsException or InterfaceException => error.Message,
        AddressInUseException => $"{error.Message} Stop what listens there, or choose another address.",
        IOException { InnerException: AddressInUseException } => $"{error.Message} Stop what listens there, or choose another address.",
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => "an address is already in use; stop what listens there, or choose another.",
        PostgresException postgres => $"PostgreSQL refuses: {postgres.MessageText} ({postgres.SqlState})",
        NpgsqlException => $"PostgreSQL cannot be reached: {error.Message}",
        ArgumentException { Source: "Npgsql" } => $"the connection string cannot be read: {error.Message}",
        SqliteException sqlite => $"SQLite: {sqlite.Message}",
        UnauthorizedAccessException => error.Message,
        HttpRequestException => $"no answer: {error.Message}",
        AggregateException { InnerExceptions: [var only] } => Of(only),
        _ => null,
    };
}
