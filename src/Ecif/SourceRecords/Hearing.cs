using Granary.Ecif.Contracts;

namespace Granary.Ecif.SourceRecords;

/// <summary>What a system is being told and has not acknowledged.</summary>
/// <param name="At">When its message got its number.</param>
internal sealed record Telling(IReadOnlyDictionary<string, string> Attributes, long At);

/// <summary>Applies what a system says to its source record. Pure: the same record and message always give the same result.</summary>
internal static class Hearing
{
    /// <summary>How far a system's clock may be off when its words are put before or after ours, in milliseconds.</summary>
    private const long ClockError = 10_000;

    /// <summary>How long a word may have been under way to us, by our own clock. The price of both bounds being too long is one more delivery.</summary>
    private const long Underway = 30_000;

    /// <summary>Takes a message into the record: what it says, and unless it is late whether the customer is open, of what kind and where.</summary>
    /// <returns>Whether evidence changed.</returns>
    public static bool Take(SourceRecord record, SourceMessage message, long at, long now, bool isNew, Telling? telling)
    {
        var late = !isNew && at < record.LastAt;
        var news = Apply(record, message.Attributes, at, now, telling);
        if (!late)
        {
            record.IsOpen = message.Operation != Operation.Close && message.Party is null;
            record.Kind = message.Kind;
            record.Branch = message.Branch ?? record.Branch;
        }

        return news;
    }

    /// <summary>
    /// Takes one message's attributes into the record.
    /// <list type="bullet">
    /// <item>A value that comes back equal, in canonical form, after it was told is an echo: holds := told, no evidence.</item>
    /// <item>A repeated value is no news: its time stays.</item>
    /// <item>An older message fills only what nothing newer spoke of.</item>
    /// </list>
    /// What is evidence depends on source times alone, never on how far distribution had come when the message arrived.
    /// </summary>
    /// <param name="at">Source time, already clamped.</param>
    /// <param name="now">The hub's time.</param>
    /// <returns>Whether evidence changed, so that the golden record must be formed anew.</returns>
    public static bool Apply(SourceRecord record, IReadOnlyDictionary<string, string> attributes, long at, long now, Telling? telling)
    {
        var news = false;
        foreach (var (name, value) in attributes)
        {
            var before = record.Attributes.GetValueOrDefault(name);
            var after = Hear(name, value, at, now, before, telling?.Attributes.GetValueOrDefault(name), telling?.At ?? 0);
            if (!ReferenceEquals(before, after))
            {
                record.Attributes[name] = after;
                news |= before is null || before.Said != after.Said || before.SaidAt != after.SaidAt;
            }
        }

        foreach (var name in record.Attributes.Keys.Where(name => !attributes.ContainsKey(name)).ToList())
        {
            record.Attributes[name] = Silent(record.Attributes[name], at, now, telling?.Attributes.ContainsKey(name) == true);
        }

        record.LastAt = Math.Max(record.LastAt, at);
        return news;
    }

    /// <summary>
    /// A message carries the whole customer, so a field that it leaves empty takes back nothing that was said and yet may no longer be
    /// held: it is told again. Once only: a system that was told, and in a later message is silent all the same, is left in peace.
    /// </summary>
    private static Statement Silent(Statement before, long at, long now, bool telling) =>
        before.Holds.Length > 0 && at >= before.SeenAt && (before.Told is null || telling || MayHaveCrossed(at, now, before.ToldAt))
            ? before with { Holds = Statement.Unknown }
            : before;

    private static Statement Hear(string name, string value, long at, long now, Statement? before, string? telling, long tellingAt)
    {
        before ??= new Statement();
        if (at < before.SeenAt)
        {
            return before;
        }

        var told = telling ?? before.Told;
        var toldAt = telling is null ? before.ToldAt : tellingAt;
        if (told is null)
        {
            return before.Said is not null && Same(name, value, before.Said)
                ? before with { SeenAt = at, Holds = value }
                : before.Say(value, at, value);
        }

        var agrees = Same(name, value, told);
        if (agrees && at >= toldAt)
        {
            return before with { SeenAt = at, Told = told, ToldAt = toldAt, Holds = told };
        }

        var holds = agrees ? told : telling is not null || MayHaveCrossed(at, now, toldAt) ? Statement.Unknown : value;
        if (before.Said is not null && Same(name, value, before.Said))
        {
            // It went back to its own old value: news only where it speaks of a time after it was told another.
            var back = !agrees && at > toldAt && at > before.SaidAt && before.Told is not null;
            return before with { SaidAt = back ? at : before.SaidAt, SeenAt = at, Holds = holds };
        }

        return before.Say(value, at, holds);
    }

    private static bool MayHaveCrossed(long at, long now, long toldAt) => at < toldAt + ClockError || now < toldAt + Underway;

    private static bool Same(string name, string value, string other) =>
        string.Equals(value, other, StringComparison.Ordinal) || Canonical.Form(name, value) == Canonical.Form(name, other);
}
