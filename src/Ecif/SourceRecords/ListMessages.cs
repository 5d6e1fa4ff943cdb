using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Rights;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.SourceRecords;

/// <summary>One message in the log: what a system sent (in), or a try of what it was told (out).</summary>
/// <param name="Outcome">In: applied or refused. Out: done, refused, notFound, tryAgain or unknown.</param>
/// <param name="DurationMs">In: from last byte to commit. Out: from sending to the answer.</param>
/// <param name="Repeats">How often the same message came again.</param>
/// <param name="Cursor">Where the next page starts.</param>
public sealed record MessageView(
    string System, string Id, string Direction, DateTimeOffset At, string? Key, string Outcome, string? Reason, string? Text, string? Field,
    string? PartyNumber, long? DurationMs, int Repeats, int Tries, string Cursor);

public sealed record TryView(int Number, DateTimeOffset At, long? DurationMs, string Outcome, string? Code, string? Text);

/// <param name="Content">Attribute by attribute, masked; null where nothing could be read.</param>
public sealed record MessageDetail(
    string System, string Id, string Direction, DateTimeOffset At, string? Key, string Outcome, string? Reason, string? Text, string? Field,
    string? PartyNumber, long? DurationMs, int Repeats, int Tries, string Cursor, string? Content, IReadOnlyList<TryView> Attempts);

/// <summary>GET /api/messages: every frame received and every try of a delivery, the newest first, both kinds in one list.</summary>
internal static class ListMessages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/messages", async Task<Ok<IReadOnlyList<MessageView>>> (
                Caller caller, EcifDatabase database, EcifLimits limits, string? system, string? outcome, string? direction, string? q, string? before, int? limit, CancellationToken cancellation) =>
                TypedResults.Ok(await PageAsync(database, new Filter(system, outcome, direction, q, before, caller.SightOf(Permission.MessagesRead)), Math.Clamp(limit ?? 50, 1, limits.PageRows), cancellation)))
            .Requires(Permission.MessagesRead).WithName("ListMessages").WithSummary("The message log: received frames and tries of deliveries, the newest first");
        routes.MapGet("/messages/{direction}/{system}/{id}", async Task<Results<Ok<MessageDetail>, ProblemHttpResult>> (
                string direction, string system, string id, Caller caller, EcifDatabase database, PartyGate gate, CancellationToken cancellation) =>
                await ShowAsync(database, direction, system, id, cancellation) is { } message
                && (caller.SightOf(Permission.MessagesRead).All
                    || (PartyNumber.TryParse(message.PartyNumber ?? "", out var party) && await gate.SeesAsync(database, caller, Permission.MessagesRead, party, cancellation)))
                    ? TypedResults.Ok(message)
                    : Problems.NotFound("message.unknown", "The log has no such message"))
            .Requires(Permission.MessagesRead).WithName("ShowMessage").WithSummary("One message with its masked content and its tries");
    }

    /// <param name="Before">A cursor: time in ms and id of the last row of the page before.</param>
    private sealed record Filter(string? System, string? Outcome, string? Direction, string? Query, string? Before, Sight Sight)
    {
        /// <summary>Messages about parties that the caller sees; what was refused belongs to nobody, and is for those who see everything.</summary>
        public SqlCondition Seen(string partyNumber) => Sight.All
            ? SqlCondition.True
            : PartySight.In(Sight, "sp.id") is var inside && inside.Parameters.Count == 0 ? SqlCondition.False
            : new SqlCondition($"EXISTS (SELECT 1 FROM ecif.party sp WHERE sp.number = {partyNumber} AND {inside.Sql})", inside.Parameters);
    }

    private const string In =
        "SELECT m.system, m.id, m.received_at AS at, m.key, m.outcome, m.reason, m.text, m.field, m.party_number, m.decided_at - m.received_at AS duration, m.repeats, 0 AS tries, 0 AS outward FROM ecif.message m";

    private const string Out =
        "SELECT t.system, t.message_id AS id, t.at, t.key, t.outcome, 0 AS reason, t.text, t.code AS field, t.party_number, t.duration_ms AS duration, 0 AS repeats, t.try AS tries, 1 AS outward FROM ecif.delivery_try t";

    private static async Task<IReadOnlyList<MessageView>> PageAsync(EcifDatabase database, Filter filter, int limit, CancellationToken cancellation)
    {
        var (beforeAt, beforeId) = Cursor(filter.Before);
        var parts = new List<string>();
        if (filter.Direction != "out" && filter.Outcome is null or "applied" or "refused")
        {
            parts.Add($"SELECT * FROM ({In} WHERE {Where("m", "received_at", "id", filter)}{(filter.Outcome is null ? "" : $" AND m.outcome = {(filter.Outcome == "applied" ? 0 : 2)}")} ORDER BY m.received_at DESC, m.id DESC LIMIT @limit) AS i");
        }

        if (filter.Direction != "in" && (filter.Outcome is null || Enum.TryParse<DeliveryOutcome>(filter.Outcome, ignoreCase: true, out _)))
        {
            var outcome = filter.Outcome is null ? "" : $" AND t.outcome = {(int)Enum.Parse<DeliveryOutcome>(filter.Outcome, ignoreCase: true)}";
            parts.Add($"SELECT * FROM ({Out} WHERE {Where("t", "at", "message_id", filter)}{outcome} ORDER BY t.at DESC, t.message_id DESC LIMIT @limit) AS o");
        }

        if (parts.Count == 0)
        {
            return [];
        }

        return await database.ReadAsync(session => session.QueryAsync(
            $"{string.Join(" UNION ALL ", parts)} ORDER BY at DESC, id DESC LIMIT @limit", Read,
            [("system", filter.System ?? ""), ("query", filter.Query?.Trim() ?? ""), ("beforeAt", beforeAt), ("beforeId", beforeId), ("limit", limit), .. filter.Seen("").Parameters]), cancellation);
    }

    private static string Where(string alias, string at, string id, Filter filter)
    {
        var where = $"({alias}.{at} < @beforeAt OR ({alias}.{at} = @beforeAt AND {alias}.{id} < @beforeId))";
        where += string.IsNullOrEmpty(filter.System) ? " AND @system = ''" : $" AND {alias}.system = @system";
        where += $" AND {filter.Seen($"{alias}.party_number").Sql}";
        return where + (string.IsNullOrWhiteSpace(filter.Query) ? " AND @query = ''" : $" AND ({alias}.{id} = @query OR {alias}.key = @query OR {alias}.party_number = @query)");
    }

    private static (long At, string Id) Cursor(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0 && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (at, text![(dash + 1)..]) : (long.MaxValue, "");
    }

    private static MessageView Read(System.Data.Common.DbDataReader r)
    {
        var outward = r.GetInt32(12) == 1;
        var at = r.GetInt64(2);
        var outcome = outward ? ((DeliveryOutcome)r.GetInt16(4)).ToString() : ((Outcome)r.GetInt16(4)).ToString();
        var reason = (Reason)r.GetInt16(5);
        return new MessageView(r.GetString(0), r.GetString(1), outward ? "out" : "in", DateTimeOffset.FromUnixTimeMilliseconds(at), Empty(r.GetString(3)),
            Camel(outcome), outward ? Empty(r.GetString(7)) : reason == Reason.None ? null : Camel(reason.ToString()),
            Empty(r.GetString(6)), outward ? null : Empty(r.GetString(7)), r.TextOrNull(8), Math.Max(0, r.GetInt64(9)), r.GetInt32(10), r.GetInt32(11),
            string.Create(CultureInfo.InvariantCulture, $"{at}-{r.GetString(1)}"));
    }

    private static async Task<MessageDetail?> ShowAsync(EcifDatabase database, string direction, string system, string id, CancellationToken cancellation) =>
        await database.ReadAsync<MessageDetail?>(async session =>
        {
            (string, object?)[] key = [("system", system), ("id", id)];
            var outward = direction == "out";
            var rows = await session.QueryAsync(outward ? $"{Out} WHERE t.system = @system AND t.message_id = @id ORDER BY t.try" : $"{In} WHERE m.system = @system AND m.id = @id", Read, key);
            if (rows.Count == 0)
            {
                return null;
            }

            var content = (await session.QueryAsync(
                outward ? "SELECT content FROM ecif.delivery_try WHERE system = @system AND message_id = @id LIMIT 1" : "SELECT content FROM ecif.message WHERE system = @system AND id = @id",
                r => r.TextOrNull(0), key)).FirstOrDefault();
            var last = rows[^1];
            return new MessageDetail(last.System, last.Id, last.Direction, last.At, last.Key, last.Outcome, last.Reason, last.Text, last.Field, last.PartyNumber, last.DurationMs,
                last.Repeats, last.Tries, last.Cursor, content is null ? null : MaskedContent(content),
                outward ? [.. rows.Select(r => new TryView(r.Tries, r.At, r.DurationMs, r.Outcome, r.Reason, r.Text))] : []);
        }, cancellation);

    private static string MaskedContent(string json) => string.Join('\n', StatementJson.ReadMap(json).Select(a =>
        $"{a.Key}: {MaskedAttribute.Of(a.Key, a.Value).Replace(PartyAttribute.PartSeparator, ' ').Replace(PartyAttribute.ValueSeparator, ';')}"));

    private static string? Empty(string text) => text.Length == 0 ? null : text;

    private static string Camel(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
