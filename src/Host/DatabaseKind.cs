using Microsoft.Data.Sqlite;

namespace Granary.Host;

/// <summary>Which engine a connection string names.</summary>
internal static class DatabaseKind
{
    public static bool IsPostgres(string connection) => Kernel.Storage.Database.IsPostgres(connection);

    /// <summary>The path in "Data Source=PATH", or the text itself where it is a path.</summary>
    public static string SqliteFile(string connection)
    {
        if (!connection.Contains('=', StringComparison.Ordinal))
        {
            return connection;
        }

        try
        {
            return new SqliteConnectionStringBuilder(connection).DataSource is { Length: > 0 } file
                ? file
                : throw new UserError("the connection string names neither a PostgreSQL host (Host=…) nor a SQLite file (Data Source=…)");
        }
        catch (ArgumentException error)
        {
            throw new UserError($"the connection string cannot be read: {error.Message}");
        }
    }
}
