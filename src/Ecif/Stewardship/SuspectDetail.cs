namespace Granary.Ecif.Stewardship;

/// <summary>Two parties that may be one, side by side, and what each choice would change.</summary>
/// <param name="State">open, unsure, proposed, same or different.</param>
/// <param name="Score">Of the pair when it was found, 0 to 1.</param>
/// <param name="Reason">score, or the constraint that stood against linking it.</param>
/// <param name="Basis">What a decision stands on; sent back with it.</param>
/// <param name="Strongest">Null where one of them has no record any more.</param>
/// <param name="Group">All that hang together with the pair by open suspicions and are in sight, the pair among them.</param>
public sealed record SuspectDetail(
    string State, double Score, string Reason, DateTimeOffset CreatedAt, string Basis, SuspectSide A, SuspectSide B, IReadOnlyList<ComparedAttribute> Attributes,
    Waterfall? Strongest, MergeChoice? Same, ExcludeChoice? Different, UnsureView? Unsure, StewardDecisionView? Decision, SuspectGroup Group);

/// <param name="Verified">Records whose link a person has made.</param>
/// <param name="MergedInto">The number that stands for it since.</param>
/// <param name="Dependents">What customer management keeps of it.</param>
public sealed record SuspectSide(
    string Number, string Kind, string Status, int Version, DateTimeOffset CreatedAt, string? MergedInto, int Verified,
    IReadOnlyList<SideRecord> Records, IReadOnlyList<DependentView> Dependents);

/// <param name="Link">automatic or verified.</param>
/// <param name="Rule">By what it was linked: new, identity, score, merge, split.</param>
public sealed record SideRecord(string System, string Key, bool Open, string Link, string Rule, string? Branch, DateTimeOffset OpenedAt);

public sealed record DependentView(string What, long Count);

/// <summary>One attribute over all records of both.</summary>
/// <param name="Mark">same, partly, near, different or oneSided.</param>
public sealed record ComparedAttribute(string Attribute, string Mark, IReadOnlyList<SaidValue> A, IReadOnlyList<SaidValue> B);

/// <param name="Value">The value's parts, as the caller sees them.</param>
/// <param name="Agrees">The other side has the same value, however it spells it.</param>
/// <param name="Survives">It is in the golden record.</param>
/// <param name="Records">"system/key" of those who say so.</param>
public sealed record SaidValue(string[] Value, bool Agrees, bool Survives, IReadOnlyList<string> Records, DateTimeOffset At);

/// <summary>Why the strongest pair of records scores as it does. Weights are log2 of Bayes factors; prior plus steps is the final weight.</summary>
/// <param name="Verdict">automatic, review or noMatch.</param>
/// <param name="Cannot">The constraint that stands against it, or null.</param>
/// <param name="Model">The version of the model; 0 for the one that comes with Granary.</param>
/// <param name="Review">From this final weight on a person is asked; from <paramref name="Automatic"/> on the machine links.</param>
public sealed record Waterfall(
    string RecordA, string RecordB, double Prior, IReadOnlyList<WaterfallStep> Steps, double Weight, double Probability, double Review, double Automatic, string Verdict, string? Cannot, long Model);

/// <param name="Rarity">What of the weight is due to how rare the names are.</param>
public sealed record WaterfallStep(string Comparison, string Level, double Weight, double Rarity);

/// <param name="Told">Open keys by system.</param>
/// <param name="Changes">Attributes of golden records that would have another value.</param>
public sealed record Effect(IReadOnlyList<SystemKeys> Told, IReadOnlyList<string> Changes);

public sealed record SystemKeys(string System, int Keys);

/// <param name="Stays">The number that remains; <paramref name="Redirects"/> leads there from then on.</param>
/// <param name="Because">verified or older.</param>
/// <param name="Moves">Source records that go over.</param>
public sealed record MergeChoice(string Stays, string Redirects, string Because, int Moves, Effect Effect);

/// <param name="Exclusions">Pairs of records that the machine never links again.</param>
/// <param name="Disputed">Documents that both claim.</param>
public sealed record ExcludeChoice(int Exclusions, IReadOnlyList<DisputedDocument> Disputed);

/// <param name="Document">Type and number, as the caller sees them.</param>
/// <param name="Holder">The number of the party that holds it.</param>
public sealed record DisputedDocument(string[] Document, string? Holder);

public sealed record UnsureView(string By, DateTimeOffset At, string Note);

/// <param name="State">proposed, done, stale, rejected, withdrawn or expired.</param>
/// <param name="Stale">The customers have changed since: it cannot be carried out, and another may be proposed.</param>
public sealed record StewardDecisionView(string Kind, string State, bool Stale, string By, DateTimeOffset At, DateTimeOffset? ClosedAt, string Reason);

/// <param name="More">There are more than are looked at.</param>
public sealed record SuspectGroup(IReadOnlyList<GroupParty> Parties, IReadOnlyList<GroupPair> Pairs, bool More);

public sealed record GroupParty(string Number, string? Name, int Records);

public sealed record GroupPair(string A, string B, double Score, string State);
