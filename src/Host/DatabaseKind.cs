namespace Granary.Host;

/// <summary>Which engine a connection string names.</summary>
internal static class DatabaseKind
{
    public static bool IsPostgres(string connection) =>
        connection.Contains("Host=", StringComparison.OrdinalIgnoreCase) || connection.Contains("Server=", StringComparison.OrdinalIgnoreCase);
}
