using Microsoft.Data.Sqlite;

namespace Granary.Host;

/// <summary>
/// A SQLite file has one writer, so one process: a lock beside the file, which the system takes back when the process dies.
/// PostgreSQL takes any number of hubs.
/// </summary>
internal static class OneHub
{
    /// <exception cref="UserError">Another process has the file.</exception>
    public static IDisposable? Take(string database)
    {
        if (DatabaseKind.IsPostgres(database))
        {
            return null;
        }

        var file = Path.GetFullPath(DatabaseKind.SqliteFile(database));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new UserError($"another Granary is using {file}; stop it first, or name another --database");
        }
    }
}
