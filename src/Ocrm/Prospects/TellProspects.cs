using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Prospects;

/// <summary>
/// Tells the customer master of prospects that become customers, as a system of the bank tells of its own: by a key of ours, with name and
/// document, and the customer master works out whether it knows them. What came of it is read from the customers that follow.
/// </summary>
internal sealed class TellProspects(OcrmDatabase database, IIntake intake, IEnumerable<ProspectRows> tables, OcrmLimits limits, TimeProvider clock, ILogger<TellProspects> logger)
    : Worker(limits, clock, logger)
{
    private const string SystemCode = "OCRM";

    private readonly Wakeups _wakeups = new();

    /// <summary>There is something to be told.</summary>
    public void Wake() => _wakeups.Committed();

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        var next = _wakeups.Next;
        var waiting = await StepAsync(cancellation);
        await Wakeups.WaitAsync(next, waiting ? Limits.FollowPoll : Limits.TellPoll, Clock, cancellation);
    }

    /// <summary>Tells what waits, and settles what has followed.</summary>
    /// <returns>Whether something still waits.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var sent = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Prospect.Columns} FROM ocrm.prospect p WHERE p.state IN ('sent', 'closing') ORDER BY p.id LIMIT {Limits.TellBatch}", Prospect.Read), cancellation);
        foreach (var prospect in sent)
        {
            var verdict = prospect is { State: Prospect.Sent, Number.Length: > 0 } ? null : await intake.SubmitAsync(MessageOf(prospect), cancellation);
            if (verdict is { Outcome: Outcome.Busy })
            {
                return true;
            }

            await database.WriteAsync(session => SettleAsync(session, prospect, verdict), cancellation);
        }

        return sent.Count > 0;
    }

    private SourceMessage MessageOf(Prospect p)
    {
        var attributes = new Dictionary<string, string>
        {
            [PartyAttribute.Name] = p.Name, [PartyAttribute.Document] = string.Join(PartyAttribute.PartSeparator, p.DocumentType, p.Document, ""),
        };
        if (p.Mobile.Length > 0)
        {
            attributes.Add(PartyAttribute.Mobile, p.Mobile);
        }

        if (p.Address.Length > 0)
        {
            attributes.Add(p.Kind == "person" ? PartyAttribute.HomeAddress : PartyAttribute.RegisteredAddress, p.Address + PartyAttribute.PartSeparator);
        }

        // A prospect that was refused, changed and sent again is another message of the same key.
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(attributes));
        return new SourceMessage(SystemCode, $"{p.Key}-{p.Version}", SHA256.HashData(body), p.State == Prospect.Closing ? Operation.Close : Operation.Upsert, p.Kind == "person" ? PartyKind.Person : PartyKind.Organisation, p.Key,
            DateTimeOffset.FromUnixTimeMilliseconds(p.ChangedAt), p.Unit, attributes, Clock.GetUtcNow(), body);
    }

    private async Task SettleAsync(Session session, Prospect prospect, Verdict? verdict)
    {
        if (prospect.State == Prospect.Closing)
        {
            await BecomesAsync(session, prospect, verdict!.Done ? Prospect.Dropped : Prospect.Converted, prospect.Number);
            return;
        }

        if (verdict is { Done: false })
        {
            await BecomesAsync(session, prospect, Prospect.Refused, "");
            return;
        }

        var number = verdict?.PartyNumber ?? prospect.Number;
        // By our key, which follows the record through merges; a party that other systems know too was a customer before.
        var rows = await session.QueryAsync(
            $"SELECT c.party_id, c.number, c.systems, o.manager FROM ocrm.search_token t JOIN ocrm.customer c ON c.party_id = t.party_id {OwnerRow.OfCustomer} WHERE t.token = @token AND c.entity = @entity",
            r => (Party: r.GetInt64(0), Number: r.GetString(1), Systems: r.GetString(2), Manager: r.GetString(3)), ("token", CustomerTokens.Number(prospect.Key)), ("entity", prospect.Entity));
        if (rows is not [var row, ..])
        {
            await session.ExecuteAsync("UPDATE ocrm.prospect SET number = @number WHERE id = @id AND state = 'sent'", ("number", number), ("id", prospect.Id));
            return;
        }

        foreach (var table in tables)
        {
            await table.GoOverAsync(session, prospect.Id, row.Party);
        }

        if (row.Systems != SystemCode)
        {
            await BecomesAsync(session, prospect, Prospect.Joined, row.Number);
            return;
        }

        // Whoever brought the customer looks after them, whomever the rule for newcomers chose a moment ago.
        if (await BecomesAsync(session, prospect, Prospect.Converted, row.Number) && prospect.Manager.Length > 0 && row.Manager != prospect.Manager)
        {
            await session.ExecuteAsync("UPDATE ocrm.owner SET manager = @manager, version = version + 1 WHERE party_id = @party AND entity = @entity", ("manager", prospect.Manager), ("party", row.Party), ("entity", prospect.Entity));
            await AuditTrail.AppendAsync(session, "ocrm", Clock.GetUtcNow().ToUnixTimeMilliseconds(),
                new AuditEntry("granary", "", Permission.CustomersAllocate, $"{row.Number}/{prospect.Entity}", prospect.Key, row.Manager, prospect.Manager));
        }
    }

    /// <returns>False where another node was first.</returns>
    private async Task<bool> BecomesAsync(Session session, Prospect prospect, string state, string number)
    {
        var at = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (await session.ExecuteAsync("UPDATE ocrm.prospect SET state = @state, number = @number, changed_at = @at, version = version + 1 WHERE id = @id AND state = @was",
            ("was", prospect.State), ("state", state), ("number", number), ("at", at), ("id", prospect.Id)) == 0)
        {
            return false;
        }

        await ProspectOpportunities.FollowAsync(session, prospect.Id, prospect.Entity, number);
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry("granary", "", Permission.ProspectsEdit, prospect.Key, Before: prospect.State, After: $"{state} {number}".TrimEnd()));
        return true;
    }
}
