namespace Granary.Access.Lists;

/// <summary>Every bound of lists and their exports, with its default and where that comes from.</summary>
public sealed class ListLimits
{
    public int PageRows { get; set; } = 200;

    public int DefaultPageRows { get; set; } = 50;

    /// <summary>Beyond it a count says "10,000+": nobody reads so many rows, and counting on would cost more than the page.</summary>
    public int CountCap { get; set; } = 10_000;

    /// <summary>Groups within groups; a person reads two, a generated filter needs three.</summary>
    public int FilterDepth { get; set; } = 4;

    public int FilterConditions { get; set; } = 32;

    /// <summary>Values of one "in": a province has under a hundred legal entities.</summary>
    public int FilterValues { get; set; } = 200;

    /// <summary>Days that a filter counts from today: a century, within what a calendar has.</summary>
    public int RelativeDays { get; set; } = 36_525;

    /// <summary>Stored filters that one filter stands for, those within others too: a segment of segments of segments.</summary>
    public int StoredFilters { get; set; } = 50;

    public int StoredDepth { get; set; } = 4;

    public int FilterText { get; set; } = 200;

    public int SortColumns { get; set; } = 3;

    /// <summary>Alternatives of a sight that are read one by one, each along its own index; more are left to the engine's planner.</summary>
    public int SightBranches { get; set; } = 40;

    /// <summary>Rows that one bulk action changes: one transaction of a few seconds.</summary>
    public int ActionRows { get; set; } = 20_000;

    public int ViewsPerPerson { get; set; } = 100;

    public int ViewCharacters { get; set; } = 16_000;

    /// <summary>Rows that an export reads at a time; between two of them it notices that it was cancelled.</summary>
    public int ExportPage { get; set; } = 1_000;

    /// <summary>A sheet has 1,048,576 lines, two of which are ours.</summary>
    public int SheetRows { get; set; } = 1_048_574;

    /// <summary>Exports that one process works on; the pages of everybody else come first.</summary>
    public int JobsAtOnce { get; set; } = 2;

    public int JobsPerPerson { get; set; } = 5;

    /// <summary>How often a running job writes down how far it is, and learns that it was cancelled.</summary>
    public TimeSpan JobHeartbeat { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A job that has not been heard of for so long has died with its process.</summary>
    public TimeSpan JobSilence { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A file with personal data is gone the next day.</summary>
    public TimeSpan FileKept { get; set; } = TimeSpan.FromHours(24);

    /// <summary>A day longer than a proposal is open.</summary>
    public TimeSpan ProposedKept { get; set; } = TimeSpan.FromDays(8);

    /// <summary>How soon an export begins after somebody agreed to it.</summary>
    public TimeSpan AgreedPoll { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(10);
}
