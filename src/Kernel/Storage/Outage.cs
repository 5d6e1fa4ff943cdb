using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Granary.Kernel.Storage;

/// <summary>Whether an exception says that the database is away or full, and not that something is wrong with what it was asked.</summary>
public static class Outage
{
    // https://www.sqlite.org/rescode.html: BUSY, LOCKED, NOMEM, IOERR, FULL, CANTOPEN.
    private static readonly int[] SqliteCodes = [5, 6, 7, 10, 13, 14];

    public static bool Is(Exception e) => e switch
    {
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        DbException { IsTransient: true } => true,
        IOException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };
}
