namespace Granary.Ocrm.Work.Log;

/// <summary>What makes a report stand out, so that its head reads those and not all. Pure.</summary>
internal static class JudgeReport
{
    public const string Nothing = "nothing";
    public const string Unreached = "unreached";
    public const string Overdue = "overdue";
    public const string Fewer = "fewer";
    public const string More = "more";

    public static IReadOnlyList<string> Codes { get; } = [Nothing, Unreached, Overdue, Fewer, More];

    /// <summary>Fewer earlier reports than this say nothing of what is usual.</summary>
    private const int Enough = 5;

    /// <summary>Nobody reached of so many is no chance any more.</summary>
    private const int ManyContacts = 3;

    /// <summary>A day is out of the ordinary at half of the usual, and at three times as much.</summary>
    private const double Half = 0.5, Threefold = 3;

    /// <param name="usual">Visits and calls together of the person's earlier reports.</param>
    public static IReadOnlyList<string> Of(DayFigures figures, IReadOnlyCollection<int> usual, int manyOverdue)
    {
        var (made, mean) = (figures.Visits + figures.Calls, usual.Count >= Enough ? usual.Average() : 0);
        var odd = new List<string>();
        Add(Nothing, made + figures.Tasks == 0);
        Add(Unreached, figures.Contacts >= ManyContacts && figures.Reached == 0);
        Add(Overdue, figures.Overdue >= manyOverdue);
        Add(Fewer, mean > 0 && made > 0 && made < mean * Half);
        Add(More, mean > 0 && made > mean * Threefold);
        return odd;

        void Add(string code, bool holds)
        {
            if (holds)
            {
                odd.Add(code);
            }
        }
    }
}
