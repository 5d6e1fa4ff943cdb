namespace Granary.Ocrm;

/// <summary>Every bound of customer management, with its default and where that comes from.</summary>
public sealed partial class OcrmLimits
{
    /// <summary>Parties that the follower writes in one transaction: some tenths of a second, so that it never holds up other followers.</summary>
    public int FollowBatch { get; set; } = 500;

    /// <summary>How long the follower sleeps when nobody wakes it: another process may have committed.</summary>
    public TimeSpan FollowPoll { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long work beside the requests pauses while the database is away.</summary>
    public TimeSpan BackOff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Corrections told in one go; a busy hour of a whole province has some thousands.</summary>
    public int TellBatch { get; set; } = 50;

    /// <summary>How long the teller sleeps when nobody wakes it: another node may have died with something untold.</summary>
    public TimeSpan TellPoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest value that a person corrects: an address of the longest interface field.</summary>
    public int EditCharacters { get; set; } = 200;

    /// <summary>Corrections that are looked through for the last of each attribute.</summary>
    public int EditsShown { get; set; } = 200;

    /// <summary>Customers that the command box shows; whoever wants more types more, or goes to the list.</summary>
    public int SearchRows { get; set; } = 20;

    /// <summary>Ambiguous rows on the review list at once; a person decides them, the next ones follow.</summary>
    public int ReviewsShown { get; set; } = 100;

    /// <summary>Rows of a timeline's page: two screens.</summary>
    public int TimelineRows { get; set; } = 50;

    /// <summary>Consents that a customer's page shows: three purposes over six channels, given and withdrawn some times over.</summary>
    public int ConsentsShown { get; set; } = 200;

    /// <summary>What can be read to somebody at a counter.</summary>
    public int WordingCharacters { get; set; } = 2000;

    /// <summary>Where the evidence of a consent lies: the number of a paper or of a recording.</summary>
    public int EvidenceCharacters { get; set; } = 200;

    /// <summary>Accounts that a customer's page shows, open ones first; the largest company of a county has some dozens.</summary>
    public int HoldingsShown { get; set; } = 300;

    /// <summary>Customers of a household or group that are followed; beyond it is no family, but a shareholder of half the county.</summary>
    public int CircleParties { get; set; } = 60;

    /// <summary>How long the old manager may read on after a handover, in days: a quarter, in which what was begun is ended.</summary>
    public int HandoverReadDays { get; set; } = 90;

    /// <summary>What can be read at a glance on the page of approvals.</summary>
    public int HandoverNote { get; set; } = 500;

    /// <summary>Customers that go over in one transaction: about a second beside everybody else's work.</summary>
    public int HandoverBatch { get; set; } = 5_000;

    /// <summary>How long a handover that is due waits at most.</summary>
    public TimeSpan HandoverPoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A handover can be taken back for so long; after that one hands over again.</summary>
    public TimeSpan HandoverUndo { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Handovers that the page shows.</summary>
    public int HandoversShown { get; set; } = 200;

    /// <summary>Days that a calendar shows at once: a quarter, with the edges of its weeks.</summary>
    public int CalendarDays { get; set; } = 100;

    /// <summary>Occurrences of one answer; whoever sees a whole county's calendars sees the first of a month, and looks at a unit.</summary>
    public int CalendarEvents { get; set; } = 2000;

    /// <summary>The longest event: a month away. What begins earlier need not be looked for.</summary>
    public TimeSpan EventLength { get; set; } = TimeSpan.FromDays(31);

    public int EventTitle { get; set; } = 200;

    public int EventNote { get; set; } = 4000;

    /// <summary>All of a branch; more are told another way.</summary>
    public int EventGuests { get; set; } = 100;

    /// <summary>The most that COUNT and INTERVAL of a rule may say: every working day of four years.</summary>
    public int EventRepeats { get; set; } = 1000;

    /// <summary>The earliest reminder: RFC 5545 has no bound, other calendars offer four weeks.</summary>
    public TimeSpan EventReminder { get; set; } = TimeSpan.FromDays(28);

    /// <summary>How often it is looked for events of which somebody is to be reminded: minutes are what people choose.</summary>
    public TimeSpan RemindPoll { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Reminders told in one go.</summary>
    public int RemindBatch { get; set; } = 200;

    /// <summary>What a feed tells of the past; programs keep what they have read before.</summary>
    public TimeSpan FeedPast { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Events of one .ics file; the API takes bodies of 64 KB, in which there is room for about as many.</summary>
    public int ImportEvents { get; set; } = 200;

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

    /// <summary>Days that a stopped hub makes up for; who was away for longer begins anew.</summary>
    public int CareBacklog { get; set; } = 31;

    /// <summary>When a new day's care begins, in the bank's time: after the files of the night, before the first branch opens.</summary>
    public TimeSpan CareAt { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Days over which it is added up what left a customer's accounts.</summary>
    public int OutflowDays { get; set; } = 7;

    /// <summary>Customers that get their tier in one transaction.</summary>
    public int TierBatch { get; set; } = 5_000;

    /// <summary>Former policies of a legal entity that its page shows.</summary>
    public int PoliciesShown { get; set; } = 50;

    /// <summary>How long a customer can be left alone, in days.</summary>
    public int QuietDays { get; set; } = 366;

    public int TagCharacters { get; set; } = 20;

    /// <summary>More words than that nobody tells apart.</summary>
    public int TagsPerEntity { get; set; } = 500;

    public int SegmentCharacters { get; set; } = 60;

    public int SegmentsPerPerson { get; set; } = 200;

    /// <summary>One's own and what colleagues share, the newest first.</summary>
    public int SegmentsShown { get; set; } = 1000;

    /// <summary>Segments of which one is made: a reader follows a few.</summary>
    public int SegmentsCombined { get; set; } = 10;

    /// <summary>The largest file that is read: its lines of some 100 bytes, with room.</summary>
    public long ImportBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>A branch has 50,000 customers.</summary>
    public int ImportLines { get; set; } = 50_000;

    public int ImportColumns { get; set; } = 60;

    /// <summary>What one part of a workbook may unpack to: an archive of 16 MB can hold 16 GB.</summary>
    public long ImportCharacters { get; set; } = 256L * 1024 * 1024;

    /// <summary>Lines of a file that are matched by one statement.</summary>
    public int ImportBatch { get; set; } = 500;

    /// <summary>The longest line of an import, all cells together: some addresses and a note.</summary>
    public int ImportLineCharacters { get; set; } = 4_000;

    public int ImportFileName { get; set; } = 120;

    /// <summary>How long an import waits at most before its next lines are looked at.</summary>
    public TimeSpan ImportPoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the lines of an ended import are kept, for its error file and for undoing it: a quarter. They are personal data that nobody needs afterwards.</summary>
    public TimeSpan ImportKept { get; set; } = TimeSpan.FromDays(90);

    /// <summary>One's own earlier imports of a kind that are looked through for one with the same headings.</summary>
    public int ImportsRemembered { get; set; } = 50;

    /// <summary>Lines that a page says what is wrong with; the error file has all.</summary>
    public int ProblemsShown { get; set; } = 200;

    /// <summary>When a day's report is due: at this time of the next working day, when the head's morning meeting is.</summary>
    public TimeSpan ReportDue { get; set; } = TimeSpan.FromHours(9);

    /// <summary>Days that an absence may have begun before it is recorded: last month's sums then stand.</summary>
    public int AbsenceBack { get; set; } = 31;

    /// <summary>Days within which an absence is over: parental leave is half of it.</summary>
    public int AbsenceAhead { get; set; } = 366;

    /// <summary>Records that a day's report counts and shows; nobody visits and calls more people in a day.</summary>
    public int ReportRecords { get; set; } = 500;

    /// <summary>Working days whose reports a manager sees at a glance: two weeks.</summary>
    public int ReportDays { get; set; } = 10;

    /// <summary>Earlier reports of a person that say what is usual for them: a month of working days.</summary>
    public int ReportsUsual { get; set; } = 20;

    /// <summary>People whom the review of a day shows, those who stand out first.</summary>
    public int ReviewRows { get; set; } = 500;

    /// <summary>Open tasks that are overdue from which a report stands out: more than one has by chance.</summary>
    public int ReportOverdue { get; set; } = 5;

    /// <summary>Customers that are added up while somebody waits, in about a tenth of a second: those of several outlets. Beyond it the sums of the last minutes are read.</summary>
    public int DashboardLive { get; set; } = 25_000;

    /// <summary>How often the sums are made anew: figures of a province do not change within minutes.</summary>
    public TimeSpan StandingEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the ends of last month are read from the holdings: late files of a month come within its first days.</summary>
    public TimeSpan MonthEndEvery { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Accounts whose past is unpacked in one transaction: some tenths of a second.</summary>
    public int MonthEndBatch { get; set; } = 4_000;

    /// <summary>A customer counts as covered who was visited or called in so many days: once a quarter.</summary>
    public int CoverageDays { get; set; } = 90;

    /// <summary>Rows of a dashboard, those with most customers first: the units of the largest county.</summary>
    public int DashboardRows { get; set; } = 200;

    /// <summary>Who looks after fewer customers is shown, not ranked: one customer more would change everything.</summary>
    public int RankedFrom { get; set; } = 20;

    /// <summary>The largest file: some thirty pages of a scanner; photos are made smaller before they are sent.</summary>
    public long DocumentBytes { get; set; } = 10_000_000;

    /// <summary>What a request with a file has beside the file: names, a remark, the marks between them.</summary>
    public long DocumentFields { get; set; } = 64 * 1024;

    /// <summary>Files of a customer in a legal entity: those of thirty years with one a month.</summary>
    public int DocumentsOfCustomer { get; set; } = 400;

    /// <summary>Files that come with one act: the photos of a visit and as much again.</summary>
    public int DocumentsOfAct { get; set; } = 20;

    /// <summary>A name that stands in one line.</summary>
    public int DocumentName { get; set; } = 120;

    public int DocumentNote { get; set; } = 200;

    /// <summary>What is read of a file at a time by whoever fetches it, however slowly.</summary>
    public int DocumentPart { get; set; } = 512 * 1024;

    /// <summary>Files that are looked through at once on a node, each with some tens of MB; others wait with theirs on the disk.</summary>
    public int DocumentChecks { get; set; } = 4;

    /// <summary>What an archive or a PDF may unpack to: ten times the largest file. Packed zeros make a thousand times.</summary>
    public long DocumentUnpacked { get; set; } = 100_000_000;

    /// <summary>Parts of an archive, or streams of a PDF: one for each page, sheet, picture and typeface.</summary>
    public int DocumentEntries { get; set; } = 10_000;

    /// <summary>Pixels of a picture: 50 million are 200 MB in a browser, and more than a phone's camera has.</summary>
    public long DocumentPixels { get; set; } = 50_000_000;
}
