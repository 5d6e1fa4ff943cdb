using Granary.Ecif.Contracts;
using Granary.Ecif.Resolution;

namespace Granary.Ecif.SourceRecords;

internal enum LinkKind : short
{
    Automatic = 0,

    /// <summary>Made by a person; never undone by the machine.</summary>
    Verified = 1,
}

/// <summary>What one source system says about one customer, and what it was told. Times are milliseconds since 1970 UTC.</summary>
internal sealed class SourceRecord
{
    public required long Id { get; init; }

    public required string System { get; init; }

    public required string Key { get; init; }

    public required PartyKind Kind { get; set; }

    public required long OpenedAt { get; init; }

    public long PartyId { get; set; }

    public bool IsOpen { get; set; } = true;

    public LinkKind Link { get; set; }

    /// <summary>The rule by which it was linked: new, identity, score, merge, split, remark.</summary>
    public string Rule { get; set; } = "";

    /// <summary>The rule of what was said of a party by its number (see <see cref="SourceMessage.Party"/>).</summary>
    public const string RemarkRule = "remark";

    public bool IsRemark => Rule == RemarkRule;

    public string Branch { get; set; } = "";

    /// <summary>Why it is linked; null where it is alone, or a person linked it.</summary>
    public LinkEvidence? Evidence { get; set; }

    /// <summary>Source time of the newest message applied.</summary>
    public long LastAt { get; set; }

    public Dictionary<string, Statement> Attributes { get; init; } = new(StringComparer.Ordinal);

    public (string System, string Key) Address => (System, Key);
}

/// <summary>Said, told and holds of one attribute (DESIGN.md, "What the words mean exactly").</summary>
internal sealed record Statement
{
    /// <summary>Evidence: what the system last said, as it said it. Empty: it withdrew its value. Null: it never spoke of it.</summary>
    public string? Said { get; init; }

    /// <summary>Source time at which the value became what it is; a repeated value does not move it.</summary>
    public long SaidAt { get; init; }

    /// <summary>Source time of the newest message that carried the attribute, so that a late message cannot undo a repeated value.</summary>
    public long SeenAt { get; init; }

    /// <summary>What the system was last told and acknowledged. Null: nothing.</summary>
    public string? Told { get; init; }

    public long ToldAt { get; init; }

    /// <summary>What it holds by its last word or acknowledgement; <see cref="Unknown"/> where the two crossed on the way.</summary>
    public string Holds { get; init; } = "";

    /// <summary>
    /// Its word and ours crossed: nobody here can say which of the two it took last. It equals no value, so the projection is sent again.
    /// U+0018 is ASCII's CANCEL: data so far is in doubt.
    /// </summary>
    public const string Unknown = "\u0018";

    /// <summary>What it said before, the newest first, at most <see cref="MostEarlier"/> values: evidence for resolution still, and with it what was heard when matters less.</summary>
    public string Earlier { get; init; } = "";

    public const int MostEarlier = 4;

    /// <summary>This statement with another value said.</summary>
    public Statement Say(string value, long at, string holds) => this with
    {
        Said = value,
        SaidAt = at,
        SeenAt = at,
        Holds = holds,
        Earlier = string.IsNullOrEmpty(Said) ? Earlier : string.Join(PartyAttribute.ValueSeparator,
            PartyAttribute.Values(Said).Concat(PartyAttribute.Values(Earlier)).Distinct(StringComparer.Ordinal).Take(MostEarlier)),
    };
}
