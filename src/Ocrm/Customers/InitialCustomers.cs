using Granary.Ecif.Contracts;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>The first filling of the empty tables of customer management, beside that of the customer master.</summary>
public sealed class InitialCustomers
{
    private readonly OcrmDatabase _database;
    private readonly IChangeFeed _feed;

    internal InitialCustomers(OcrmDatabase database, IChangeFeed feed) => (_database, _feed) = (database, feed);

    /// <summary>Runs the writes, each a transaction of its own, builds the indexes behind them, and follows the change log from its end.</summary>
    public Task RunAsync(Func<Func<PreparedCustomers, Task>, Task> writes, CancellationToken cancellation) => _database.LoadAsync(["ocrm.customer", "ocrm.search_token", "ocrm.source_key"], async () =>
    {
        await writes(prepared => _database.WriteAsync(async session =>
        {
            await session.CopyAsync(CustomerRow.Insert, prepared.Rows);
            await session.CopyAsync(CustomerTokens.Insert, prepared.Tokens);
            await SourceKeys.CopyAsync(session, prepared.Keys, 0);
        }, cancellation));
        var end = await _feed.EndAsync(cancellation);
        await _database.WriteAsync(session => session.ExecuteAsync(
            "INSERT INTO ocrm.follower (name, xid, change_id, filled_to) VALUES (@name, @xid, @id, -1)", ("name", FollowParties.Name), ("xid", end.Xid), ("id", end.Id)), cancellation);
    }, cancellation);

    /// <summary>Makes rows of parties. Pure; for several threads at once.</summary>
    /// <param name="ownOf">Party and legal entity → what OCRM itself knows there: the manager's id and the village, either may be empty.</param>
    public static PreparedCustomers Prepare(IReadOnlyList<PartySnapshot> parties, Func<PartySnapshot, string, (string Manager, string Place)> ownOf) => new(
        [.. parties.SelectMany(p => CustomerRow.Of(p).Select(row => ownOf(p, row.Entity) is var (manager, place) ? row with { Manager = manager, Place = place } : row))],
        [.. parties.SelectMany(p => CustomerTokens.Of(p).Select(token => (token, p.Id)))],
        [.. parties.SelectMany(p => p.Keys.Select(k => (k.System, k.Key, p.Id)))]);
}

/// <summary>Customers that are ready to be written.</summary>
public sealed class PreparedCustomers
{
    internal PreparedCustomers(IReadOnlyList<CustomerRow> rows, IReadOnlyList<(string Token, long Party)> tokens, IReadOnlyList<(string System, string Key, long Party)> keys) =>
        (Rows, Tokens, Keys) = (rows, tokens, keys);

    public int Count => Rows.Count;

    internal IReadOnlyList<CustomerRow> Rows { get; }

    internal IReadOnlyList<(string Token, long Party)> Tokens { get; }

    internal IReadOnlyList<(string System, string Key, long Party)> Keys { get; }
}
