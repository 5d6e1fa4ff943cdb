using Granary.Kernel.Storage;

namespace Granary.Host.Tests;

/// <summary>A module's tables, read beside the process that owns them.</summary>
internal sealed class Tables(string connection, string schema) : Database(connection, schema)
{
    /// <summary>The tables of customer management of a hub.</summary>
    /// <param name="place">As the hub is told: a PostgreSQL database, or a SQLite file beside which the modules keep theirs.</param>
    public static Tables OfCustomers(string place, string folder) => new(IsPostgres(place) ? place : Path.Combine(folder, "ocrm.db"), "ocrm");

    public Task<List<T>> RowsAsync<T>(string sql, Func<System.Data.Common.DbDataReader, T> read) => ReadAsync(session => session.QueryAsync(sql, read), CancellationToken.None);
}
