namespace Granary.Ocrm;

public sealed partial class OcrmLimits
{
    /// <summary>A title is read at a glance, in a list's one line.</summary>
    public int TaskTitle { get; set; } = 120;

    /// <summary>A remark, a result: a page of a notebook.</summary>
    public int WorkText { get; set; } = 2_000;

    /// <summary>Lines of a checklist; who has more has several tasks.</summary>
    public int ChecklistLines { get; set; } = 30;

    /// <summary>Changes of one task that its page shows; the audit has all of them.</summary>
    public int EventsShown { get; set; } = 50;

    /// <summary>Steps of a plan of tasks: one a week for some months.</summary>
    public int PlanSteps { get; set; } = 20;

    /// <summary>How far ahead a plan's last step lies: two years, the term of a common loan.</summary>
    public int PlanDays { get; set; } = 730;

    /// <summary>Plans that one looks through.</summary>
    public int PlansShown { get; set; } = 200;

    /// <summary>Whole days after the due day on which an open task goes to the head: the next morning.</summary>
    public int EscalateAfterDays { get; set; } = 1;

    /// <summary>Tasks that go up in one transaction.</summary>
    public int EscalateBatch { get; set; } = 200;

    /// <summary>How often overdue tasks are looked for; days change once a day, and heads do not wait for minutes.</summary>
    public TimeSpan EscalateEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a node asks whether a job's time has come.</summary>
    public TimeSpan JobPoll { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Customers of one visit: a family, the committee of a village.</summary>
    public int VisitCustomers { get; set; } = 20;

    /// <summary>Photos of one visit: as many as a phone shows at once.</summary>
    public int VisitPhotos { get; set; } = 9;

    /// <summary>Entries of the page of the day: more than anybody does in a day.</summary>
    public int TodayEntries { get; set; } = 100;

    /// <summary>Rows that are read of each source for the page of the day, the oldest due first.</summary>
    public int TodayItems { get; set; } = 200;

    /// <summary>Days ahead that the page of the day looks for tasks, so that the way to a customer is used.</summary>
    public int TodayAhead { get; set; } = 3;
}
