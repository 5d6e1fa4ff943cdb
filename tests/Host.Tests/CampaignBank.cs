using Granary.Host.Demo;

namespace Granary.Host.Tests;

/// <param name="Outcome">Of the selection: in, or why not.</param>
/// <param name="Contact">What the campaign knows of the contact; '' for none.</param>
/// <param name="Message">Where its message stands; '' for none.</param>
internal sealed record CampaignRow(long Party, string Outcome, bool Held, string State, bool Contacted, bool Failed, bool InDoubt, string Contact, string Message, string Address, string MessageId)
{
    public bool Goes => Outcome == "in" && !Held;
}

/// <summary>A province whose customers have mail addresses and consents, all by bulk copy, and a campaign's tables as they are.</summary>
internal sealed class CampaignBank(Tables tables) : IAsyncDisposable
{
    // One in so many; the rests differ, so nobody lacks both.
    private const int WithoutEach = 25;
    private const int WithoutAddress = 3;
    private const int WithoutConsent = 7;

    public static string AddressOf(long party) => $"customer{party}@customer.example";

    public static async Task<CampaignBank> FillAsync(string place, string folder, int customers)
    {
        var options = new HubOptions { Database = place, Data = folder, Interfaces = Repository.Interfaces, Web = "", Urls = [], Demo = true };
        await FillProvince.RunAsync(options, customers, _ => { }, CancellationToken.None);
        await using (var master = new Tables(options.Database, "ecif"))
        {
            await master.WriteAsync(session => session.ExecuteAsync(
                $$"""
                UPDATE ecif.party SET golden = substr(golden, 1, length(golden) - 1) || ',"email":["customer' || id || '@customer.example","WMS","","only",1]}' WHERE id % {{WithoutEach}} <> {{WithoutAddress}}
                """), CancellationToken.None);
        }

        var tables = new Tables(options.DatabaseOf("ocrm"), "ocrm");
        await tables.WriteAsync(session => session.ExecuteAsync(
            $"""
            INSERT INTO ocrm.consent (party_id, recorded_for, entity, purpose, channel, wording_id, evidence_kind, evidence, given_by, given_at, withdrawn_by, withdrawn_at, withdrawn_how)
            SELECT c.party_id, c.party_id, c.entity, 'marketing', 'email', 1, 'paper', '1', 'head', 1, '', 0, '' FROM ocrm.customer c WHERE c.party_id % {WithoutEach} <> {WithoutConsent}
            """), CancellationToken.None);
        return new CampaignBank(tables);
    }

    public async Task<long> CountAsync(string sql) => (await tables.RowsAsync(sql, r => r.GetInt64(0)))[0];

    public async Task<string> StateAsync() => (await tables.RowsAsync("SELECT state FROM ocrm.campaign", r => r.GetString(0)))[0];

    public async Task<IReadOnlyList<CampaignRow>> TargetsAsync() => await tables.RowsAsync(
        """
        SELECT t.party_id, t.outcome, t.held, t.state, t.contacted_at, t.failed, t.in_doubt, COALESCE(h.state, ''), COALESCE(o.state, ''), COALESCE(o.address, ''), COALESCE(o.message_id, '')
        FROM ocrm.campaign_target t LEFT JOIN ocrm.campaign_contact h ON h.target = t.id LEFT JOIN ocrm.outgoing o ON o.key = h.key
        """,
        r => new CampaignRow(r.GetInt64(0), r.GetString(1), r.GetInt16(2) == 1, r.GetString(3), r.GetInt64(4) > 0, r.GetInt16(5) == 1, r.GetInt16(6) == 1, r.GetString(7), r.GetString(8), r.GetString(9), r.GetString(10)));

    /// <summary>Everybody of the segment was looked at once, and is in or out for what they were made with.</summary>
    public async Task IsWholeAsync(IReadOnlyList<CampaignRow> rows)
    {
        Assert.Equal(await CountAsync("SELECT count(*) FROM ocrm.customer WHERE kind = 'person'"), rows.Count);
        Assert.Equal(rows.Count(r => r.Goes), await CountAsync("SELECT count(*) FROM ocrm.outgoing"));
        var people = await tables.RowsAsync("SELECT DISTINCT party_id FROM ocrm.customer WHERE kind = 'person'", r => r.GetInt64(0));
        Assert.Equal(people.Where(p => p % WithoutEach is not (WithoutAddress or WithoutConsent)).Order(), rows.Where(r => r.Outcome == "in").Select(r => r.Party).Order());
        Assert.All(rows.Where(r => r.Outcome != "in"), r => Assert.Equal((r.Party % WithoutEach) switch { WithoutAddress => "no-address", WithoutConsent => "no-consent", _ => "duplicate" }, r.Outcome));
        Assert.InRange(rows.Count(r => r.Held), 1, rows.Count / 5);
    }

    public ValueTask DisposeAsync() => tables.DisposeAsync();
}
