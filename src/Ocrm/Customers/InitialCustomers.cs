using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Care;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>What OCRM itself knows of a party in one legal entity; manager and place may be empty.</summary>
/// <param name="Manager">A person's id.</param>
/// <param name="Place">A village's or grid's code.</param>
/// <param name="Contacts">When somebody visited or called them, oldest first.</param>
public sealed record InitialOwn(string Manager, string Place, IReadOnlyList<InitialContact> Contacts)
{
    public static InitialOwn Nothing { get; } = new("", "", []);
}

/// <param name="Visit">Or else a call.</param>
public sealed record InitialContact(DateTimeOffset At, bool Visit);

/// <summary>An account and its past.</summary>
/// <param name="Now">As of the newest day.</param>
/// <param name="BalanceOn">The balance at the end of a day, in cents; null of a channel, which has none.</param>
public sealed record InitialHolding(HoldingReport Now, Func<DateOnly, long>? BalanceOn);

/// <summary>The first filling of the empty tables of customer management, beside that of the customer master.</summary>
public sealed class InitialCustomers
{
    private readonly OcrmDatabase _database;
    private readonly IChangeFeed _feed;

    internal InitialCustomers(OcrmDatabase database, IChangeFeed feed) => (_database, _feed) = (database, feed);

    /// <summary>Runs the writes, each a transaction of its own, builds the indexes behind them, and follows the change log from its end.</summary>
    public Task RunAsync(Func<Func<PreparedCustomers, Task>, Task> writes, CancellationToken cancellation) =>
        _database.LoadAsync(["ocrm.customer", "ocrm.owner", "ocrm.search_token", "ocrm.party_day", "ocrm.source_key", "ocrm.holding", "ocrm.activity"], async () =>
        {
            await writes(prepared => _database.WriteAsync(async session =>
            {
                await session.CopyAsync(InitialRow.Insert, prepared.Rows);
                await session.CopyAsync(OwnerRow.Insert, prepared.Owners);
                await session.CopyAsync(CustomerTokens.Insert, prepared.Tokens);
                await session.CopyAsync(PartyDay.Insert, prepared.Days);
                await SourceKeys.CopyAsync(session, prepared.Keys, 0);
                await session.CopyAsync(Holding.Insert, prepared.Holdings);
                await Activity.CopyAsync(session, prepared.Activities);
            }, cancellation));
            var end = await _feed.EndAsync(cancellation);
            await _database.WriteAsync(session => session.ExecuteAsync(
                "INSERT INTO ocrm.follower (name, xid, change_id, filled_to) VALUES (@name, @xid, @id, -1)", ("name", FollowParties.Name), ("xid", end.Xid), ("id", end.Id)), cancellation);
        }, cancellation);

    /// <summary>Makes rows of parties. Pure; for several threads at once.</summary>
    /// <param name="ownOf">Party and legal entity → what OCRM itself knows there.</param>
    /// <param name="holdingsOf">Party → its accounts.</param>
    public static PreparedCustomers Prepare(IReadOnlyList<PartySnapshot> parties, Func<PartySnapshot, string, InitialOwn> ownOf, Func<PartySnapshot, IReadOnlyList<InitialHolding>> holdingsOf)
    {
        var prepared = new PreparedCustomers();
        foreach (var party in parties)
        {
            var rows = CustomerRow.Of(party);
            var holdings = holdingsOf(party).Select(h => HoldingOf(h, party.Id, rows)).ToList();
            prepared.Holdings.AddRange(holdings);
            foreach (var row in rows)
            {
                var own = ownOf(party, row.Entity);
                long Sum(string kind) => holdings.Where(h => h.Kind == kind && h.Entity == row.Entity && h.State != "closed" && h.Currency == "CNY").Sum(h => h.Balance);
                prepared.Rows.Add(new InitialRow(
                    row with { Place = own.Place }, Sum("deposit"), Sum("loan"), Sum("wealth"), own.Contacts is [.., var last] ? last.At.ToUnixTimeMilliseconds() : 0));
                prepared.Owners.Add(new OwnerRow(party.Id, row.Entity, own.Manager));
                prepared.Activities.AddRange(own.Contacts.Select(c => new Activity(
                    party.Id, row.Entity, row.Unit, own.Manager, c.At.ToUnixTimeMilliseconds(), c.Visit ? ActivityKind.Visit : ActivityKind.Call, "")));
            }

            prepared.Tokens.AddRange(CustomerTokens.Of(party).Select(token => (token, party.Id)));
            prepared.Days.AddRange(PartyDay.Of(party));
            prepared.Keys.AddRange(party.Keys.Select(k => (k.System, k.Key, party.Id)));
        }

        return prepared;
    }

    private static Holding HoldingOf(InitialHolding holding, long party, IReadOnlyList<CustomerRow> rows)
    {
        var day = BankTime.Day(holding.Now.At);
        var unit = holding.Now.Branch ?? rows[0].Unit;
        return Holding.Of(holding.Now, day) with { Party = party, Unit = unit, Entity = UnitCode.EntityOf(unit), Series = holding.BalanceOn is { } balanceOn ? BalanceSeries.Of(day, balanceOn) : BalanceSeries.Empty };
    }
}

/// <summary>Customers that are ready to be written, with what they have and what happened with them.</summary>
public sealed class PreparedCustomers
{
    public int Count => Rows.Count;

    internal List<InitialRow> Rows { get; } = [];

    internal List<OwnerRow> Owners { get; } = [];

    internal List<(string Token, long Party)> Tokens { get; } = [];

    internal List<PartyDay> Days { get; } = [];

    internal List<(string System, string Key, long Party)> Keys { get; } = [];

    internal List<Holding> Holdings { get; } = [];

    internal List<Activity> Activities { get; } = [];
}

/// <summary>A customer's row with the sums that are kept beside it.</summary>
internal sealed record InitialRow(CustomerRow Row, long Deposits, long Loans, long Wealth, long LastContact)
{
    public static readonly Insert<InitialRow> Insert = new("ocrm.customer", "",
    [
        .. CustomerRow.Insert.Columns.Select(c => new Column<InitialRow>(c.Name, c.Type, r => c.Value(r.Row))),
        new("deposits", ColumnType.Long, r => r.Deposits),
        new("loans", ColumnType.Long, r => r.Loans),
        new("wealth", ColumnType.Long, r => r.Wealth),
        new("last_contact", ColumnType.Long, r => r.LastContact),
        new("tier", ColumnType.Text, r => Policy.Shipped.TierOf(r.Deposits + r.Wealth)), // an empty database has no other policy
    ]);
}
