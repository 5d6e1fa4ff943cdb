using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.GoldenRecords;

/// <param name="Rule">only, agreed, valid, recent, trust or tie.</param>
public sealed record ProvenanceView(string System, string Key, string Rule, DateTimeOffset At);

public sealed record LosingView(string System, string Key, string[][] Value, DateTimeOffset At, string Why);

/// <param name="Value">Values, each with its parts.</param>
public sealed record GoldenView(string Attribute, string[][] Value, ProvenanceView Provenance, IReadOnlyList<LosingView> Losing);

/// <param name="Due">The projection differs from what the system holds.</param>
public sealed record HeldView(string Attribute, string[][]? Said, DateTimeOffset? SaidAt, string[][]? Told, string[][]? Holds, bool Due);

public sealed record DeliveryView(string State, long Sequence, int Tries, string? Reason);

/// <param name="Status">open, closed, or remark: said of the customer by its number, no account.</param>
public sealed record RecordView(
    string System, string Key, string Status, string Link, string? Branch, DateTimeOffset? OpenedAt, IReadOnlyList<HeldView> Attributes, DeliveryView? Delivery);

/// <param name="LegalEntity">County code of the legal entity that the unit belongs to.</param>
public sealed record RelationshipView(string Unit, string LegalEntity, string Kind, DateTimeOffset? Since, string Source);

/// <param name="Other">Party number.</param>
public sealed record SuspectView(string Other, double Score, string Reason);

public sealed record AttributeChangeView(string Attribute, string[][]? Before, string[][]? After);

public sealed record VersionView(int Version, DateTimeOffset At, CauseView Cause, string Action, IReadOnlyList<AttributeChangeView> Changed);

/// <param name="RedirectedFrom">The number asked for, where that party was merged into this one.</param>
/// <param name="Beyond">A customer of other legal entities than the caller's: nothing but who it is, as far as the province allows.</param>
public sealed record PartyView(
    string Number, string? RedirectedFrom, string Kind, string Status, int Version, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, bool Beyond,
    IReadOnlyList<GoldenView> Attributes, IReadOnlyList<RecordView> Records, IReadOnlyList<RelationshipView> Relationships,
    IReadOnlyList<SuspectView> Suspects, IReadOnlyList<VersionView> History);

/// <summary>GET /api/parties/{number}: the golden record with each value's provenance, beside what every system says, was told and holds.</summary>
internal static class ShowParty
{
    /// <summary>Versions shown; older ones stay in the change log.</summary>
    private const int MostVersions = 50;

    /// <summary>What a party beyond the caller's legal entities shows at most: who it is.</summary>
    private static readonly string[] Identity = [PartyAttribute.Name, PartyAttribute.Document, PartyAttribute.Gender, PartyAttribute.Birth];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/parties/{number}", async Task<Results<Ok<PartyView>, ProblemHttpResult>> (
                string number, Caller caller, EcifDatabase database, IntakeRules rules, PartyGate gate, IAudit audit, CancellationToken cancellation) =>
                PartyNumber.TryParse(number, out var id) && await FindAsync(database, rules, gate, caller, id, cancellation) is { } party
                    ? TypedResults.Ok(await ReadingInClear.NoteAsync(audit, caller, [party.Number], party, cancellation))
                    : Problems.NotFound("party.unknown", "No customer that you may see has this number"))
            .Requires(Permission.CustomersRead)
            .WithName("ShowParty").WithSummary("A customer: golden record, provenance, and what every system says, was told and holds");

    public static async Task<PartyView?> FindAsync(EcifDatabase database, IntakeRules rules, PartyGate gate, Caller caller, long id, CancellationToken cancellation)
    {
        var beyond = await gate.BeyondAsync(cancellation);
        return await database.ReadAsync<PartyView?>(async session =>
        {
            if (await SurvivorAsync(session, id) is not { } party)
            {
                return null;
            }

            var redirected = id == party.Id ? null : PartyNumber.Of(id);
            if (!(await gate.VisibleAsync(session, caller, Permission.CustomersRead, [party.Id], cancellation)).Contains(party.Id))
            {
                return beyond == FieldSight.Hidden ? null : Stranger(party, redirected, Veil.Beyond(caller, beyond));
            }

            return await WholeAsync(session, party, redirected, rules, Veil.For(caller));
        }, cancellation);
    }

    /// <summary>The party itself, or the one that it was merged into, however often.</summary>
    public static async Task<Party?> SurvivorAsync(Session session, long id)
    {
        var party = (await MasterStore.ReadPartiesAsync(session, [id])).FirstOrDefault();
        while (party is { MergedInto: { } into })
        {
            party = (await MasterStore.ReadPartiesAsync(session, [into])).FirstOrDefault();
        }

        return party;
    }

    private static PartyView Stranger(Party party, string? redirectedFrom, Veil veil) => new(
        party.Number, redirectedFrom, Lower(party.Kind), Lower(party.Status), party.Version, At(party.CreatedAt), At(party.ChangedAt), Beyond: true,
        [.. Identity.Where(a => party.Golden.ContainsKey(a) && !veil.Hides(a))
            .Select(a => new GoldenView(a, Split(veil.Show(a, party.Golden[a].Value))!, new ProvenanceView("", "", party.Golden[a].Rule, At(party.Golden[a].At)), []))],
        [], [], [], []);

    private static async Task<PartyView> WholeAsync(Session session, Party party, string? redirectedFrom, IntakeRules rules, Veil veil)
    {
        var records = (await MasterStore.RecordsOfPartiesAsync(session, [party.Id])).OrderBy(r => r.System, StringComparer.Ordinal).ThenBy(r => r.Key, StringComparer.Ordinal).ToList();
        var store = new DeliveryStore(session);
        await store.ReadDeliveriesAsync([.. records.Select(r => r.Address)]);
        return new PartyView(
            party.Number, redirectedFrom, Lower(party.Kind), Lower(party.Status), party.Version, At(party.CreatedAt), At(party.ChangedAt), Beyond: false,
            [.. PartyAttribute.All.Where(a => party.Golden.ContainsKey(a) && !veil.Hides(a)).Select(a => Golden(a, party.Golden[a], records, rules.Survivorship, veil))],
            [.. records.Select(r => Record(party, r, rules, store.Deliveries.GetValueOrDefault(r.Address), veil))],
            await RelationshipsAsync(session, party.Id),
            await SuspectsAsync(session, party.Id),
            await HistoryAsync(session, party.Id, veil));
    }

    private static GoldenView Golden(string attribute, GoldenAttribute golden, List<SourceRecord> records, SurvivorshipRules rules, Veil veil)
    {
        var claims = Survivorship.Claims(attribute, records, rules);
        var winner = claims.Count > 0 ? claims[0] : null;
        return new GoldenView(attribute, Split(veil.Show(attribute, golden.Value))!, new ProvenanceView(golden.System, golden.Key, golden.Rule, At(golden.At)),
            [.. claims.Where(c => winner is not null && c.Form != winner.Form).Select(c => new LosingView(c.System, c.Key, Split(veil.Show(attribute, c.Value))!, At(c.At), golden.Rule))]);
    }

    private static RecordView Record(Party party, SourceRecord record, IntakeRules rules, DeliveryRow? delivery, Veil veil)
    {
        var subscription = rules.Subscriptions.GetValueOrDefault(record.System);
        var projection = subscription is null ? null : Projecting.Project(party, record, subscription).Attributes;
        var names = PartyAttribute.All.Where(a => !veil.Hides(a)).Where(a => record.Attributes.ContainsKey(a) || projection?.ContainsKey(a) == true);
        return new RecordView(record.System, record.Key, record.IsRemark ? "remark" : record.IsOpen ? "open" : "closed", record.Link == LinkKind.Verified ? "verified" : "automatic",
            record.Branch.Length == 0 ? null : record.Branch, At(record.OpenedAt),
            [.. names.Select(a =>
            {
                var statement = record.Attributes.GetValueOrDefault(a) ?? new Statement();
                var due = record.IsOpen && projection?.GetValueOrDefault(a) is { } value && !Projecting.Equal(a, value, statement.Holds);
                return new HeldView(a, Split(veil.Show(a, statement.Said)), statement.Said is null ? null : At(statement.SaidAt), Split(veil.Show(a, statement.Told)),
                    statement.Holds is "" or Statement.Unknown ? null : Split(veil.Show(a, statement.Holds)), due);
            })],
            delivery is null ? null : new DeliveryView(Lower(delivery.State), delivery.Sequence, delivery.Tries, delivery.Code.Length == 0 ? null : $"{delivery.Code} {delivery.Text}".Trim()));
    }

    private static async Task<IReadOnlyList<RelationshipView>> RelationshipsAsync(Session session, long party) => await session.QueryAsync(
        "SELECT unit, kind, since, source FROM ecif.relationship WHERE party_id = @id ORDER BY since, unit",
        r => new RelationshipView(r.GetString(0), UnitCode.EntityOf(r.GetString(0)), r.GetString(1), At(r.GetInt64(2)), r.GetString(3)), ("id", party));

    private static async Task<IReadOnlyList<SuspectView>> SuspectsAsync(Session session, long party) => await session.QueryAsync(
        "SELECT CASE WHEN party_a = @id THEN party_b ELSE party_a END, score, reason FROM ecif.suspect WHERE (party_a = @id OR party_b = @id) AND state = 0 ORDER BY score DESC",
        r => new SuspectView(PartyNumber.Of(r.GetInt64(0)), r.GetDouble(1), r.GetString(2)), ("id", party));

    private static async Task<IReadOnlyList<VersionView>> HistoryAsync(Session session, long party, Veil veil) => await session.QueryAsync(
        "SELECT version, at, system, message_id, action, changed FROM ecif.change WHERE party_id = @id AND action <> 5 ORDER BY id DESC LIMIT @most",
        r => new VersionView(r.GetInt32(0), At(r.GetInt64(1)), new CauseView(r.GetString(2), r.GetString(3)), Lower((ChangeAction)r.GetInt16(4)),
            [.. GoldenJson.ReadChanges(r.GetString(5)).Where(c => !veil.Hides(c.Attribute))
                .Select(c => new AttributeChangeView(c.Attribute, Split(veil.Show(c.Attribute, c.Before)), Split(veil.Show(c.Attribute, c.After))))]),
        ("id", party), ("most", MostVersions));

    private static string[][]? Split(string? text) => string.IsNullOrEmpty(text) ? null : [.. PartyAttribute.Values(text).Select(PartyAttribute.Parts)];

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
