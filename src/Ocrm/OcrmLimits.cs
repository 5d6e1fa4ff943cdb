namespace Granary.Ocrm;

/// <summary>Every bound of customer management, with its default and where that comes from.</summary>
public sealed class OcrmLimits
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

    /// <summary>The caller's name of a message: some ids and the words between them.</summary>
    public int OutgoingKey { get; set; } = 200;

    /// <summary>What stands in one line of a list of mails.</summary>
    public int OutgoingSubject { get; set; } = 200;

    /// <summary>Characters of a mail: five pages.</summary>
    public int OutgoingMail { get; set; } = 20_000;

    /// <summary>Characters of an SMS or a notice: seven parts of a long SMS of 67 each, beyond which gateways refuse.</summary>
    public int OutgoingText { get; set; } = 469;

    /// <summary>A questionnaire's title in lists; two lines of a phone.</summary>
    public int QuestionnaireTitle { get; set; } = 100;

    /// <summary>What is new in a version, in a sentence or two.</summary>
    public int QuestionnaireNote { get; set; } = 200;

    /// <summary>A product's code, ours or a system's: what the bank's systems have for theirs, twice.</summary>
    public int ProductCode { get; set; } = 32;

    /// <summary>A name that stands in one line.</summary>
    public int ProductName { get; set; } = 60;

    /// <summary>Codes by which systems report one product: one for each of its terms.</summary>
    public int ProductReported { get; set; } = 40;

    /// <summary>Fifty years, longer than any mortgage.</summary>
    public int ProductTermMonths { get; set; } = 600;

    /// <summary>Yuan: a trillion, more than the bank has.</summary>
    public decimal ProductAmount { get; set; } = 1_000_000_000_000m;

    /// <summary>Ten terms by five amounts, on two days.</summary>
    public int ProductRates { get; set; } = 100;

    /// <summary>Two pages.</summary>
    public int ProductTalk { get; set; } = 4_000;

    /// <summary>Rules of a questionnaire in a legal entity: each is worked out in the transaction that completes an answer.</summary>
    public int AnswerRules { get; set; } = 30;

    /// <summary>Attributes that answers speak of, compared with the customer master in one go.</summary>
    public int CompareBatch { get; set; } = 200;

    /// <summary>How long it sleeps where no answer spoke of any: nobody waits for it.</summary>
    public TimeSpan ComparePoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Updates to decide on at once; the next ones follow.</summary>
    public int UpdatesShown { get; set; } = 100;

    /// <summary>Answers that a customer's page shows, the latest ones.</summary>
    public int ResponsesShown { get; set; } = 100;
    /// <summary>Steps of a campaign: a plan that is understood at one look.</summary>
    public int CampaignSteps { get; set; } = 40;

    public int CampaignName { get; set; } = 60;

    /// <summary>Characters of a plan: its steps with their texts in both languages.</summary>
    public int CampaignPlan { get; set; } = 400_000;

    /// <summary>Lines of what a campaign costs.</summary>
    public int CampaignCosts { get; set; } = 50;

    /// <summary>An address that stands in a text message.</summary>
    public int CampaignLink { get; set; } = 300;

    /// <summary>A text message of some four parts before its gaps are filled.</summary>
    public int SmsCharacters { get; set; } = 300;

    /// <summary>A mail of some pages.</summary>
    public int MailCharacters { get; set; } = 20_000;

    /// <summary>Customers that one campaign selects from: those of a county.</summary>
    public int CampaignTargets { get; set; } = 300_000;

    /// <summary>Targets of one transaction, selected or led on: some tenths of a second, for which other campaigns wait for the same customers.</summary>
    public int CampaignBatch { get; set; } = 500;

    /// <summary>How long a campaign waits at most before its next targets are looked at.</summary>
    public TimeSpan CampaignPoll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often it is looked what became of tasks and messages.</summary>
    public TimeSpan CampaignCollect { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often it is looked who has reached the goal: holdings come in once a day, or as somebody pays.</summary>
    public TimeSpan CampaignMeasure { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After so long a branch asks again what became of a message.</summary>
    public TimeSpan CampaignAsksAgain { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A message that has not arrived after so many days counts as one that does not.</summary>
    public int CampaignDelivery { get; set; } = 3;

    /// <summary>Targets of a dry run that are read at a time.</summary>
    public int DryRunBatch { get; set; } = 2_000;

    /// <summary>Targets whose ways a dry run shows on a page.</summary>
    public int DryRunWays { get; set; } = 50;

    /// <summary>Rows of a campaign's progress, those with most targets first.</summary>
    public int CampaignRows { get; set; } = 500;
    /// <summary>The largest opportunity, in cents: ten billion yuan. A million of them still add up in a whole number of the database.</summary>
    public long OpportunityAmount { get; set; } = 1_000_000_000_000;

    /// <summary>Cards of a board's column that come at once: three screens of a desk.</summary>
    public int BoardCards { get; set; } = 30;

    /// <summary>Days that what was won or lost stays on the board; the list has all of it.</summary>
    public int BoardClosedDays { get; set; } = 30;

    /// <summary>Months that a forecast has one by one: two quarters, as plans are made.</summary>
    public int ForecastMonths { get; set; } = 6;

    /// <summary>Units or people of a forecast, those with most first.</summary>
    public int ForecastRows { get; set; } = 200;

    /// <summary>How long who made a move may take it back as if it had not been: somebody who slipped sees it at once.</summary>
    public TimeSpan MoveUndo { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long its owner opens what was won or lost again without their head.</summary>
    public TimeSpan OpportunityReopen { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Opportunities of one customer that their page shows, open ones first.</summary>
    public int OpportunitiesShown { get; set; } = 50;

    /// <summary>Pipelines of a legal entity: more would be products, not ways of selling.</summary>
    public int Pipelines { get; set; } = 20;

    /// <summary>Stages of a pipeline, closed ones with them: what stands beside each other on a screen, twice.</summary>
    public int PipelineStages { get; set; } = 20;

    public int LostReasons { get; set; } = 20;

    /// <summary>A name of a pipeline, stage or reason: the head of a column.</summary>
    public int PipelineName { get; set; } = 30;

    /// <summary>Rules of a legal entity that open opportunities.</summary>
    public int OpportunityRules { get; set; } = 50;

    /// <summary>Opportunities that a rule opens in one transaction: some tenths of a second.</summary>
    public int OpportunityBatch { get; set; } = 300;

    /// <summary>Versions whose documents are kept read: more than are asked at a time, some tens of MB.</summary>
    public int AskedVersions { get; set; } = 100;

    /// <summary>Wrong links that one address may try in a minute: a branch behind one address mistypes some.</summary>
    public int WrongLinks { get; set; } = 60;

    /// <summary>What one page of answers may bring, files and all: three photos as they come from a camera.</summary>
    public long AnswerUpload { get; set; } = 32_000_000;

    /// <summary>Files of one answer.</summary>
    public int AnswerFiles { get; set; } = 30;

    /// <summary>How long a link can be good for, in days: a year, after which somebody asks anew.</summary>
    public int InvitationDays { get; set; } = 366;

    /// <summary>Reminders of one invitation; who did not answer after five does not want to.</summary>
    public int InvitationReminders { get; set; } = 5;

    /// <summary>Invitations of which somebody is reminded in one transaction.</summary>
    public int InvitationBatch { get; set; } = 200;

    /// <summary>How often it is looked for whom to remind, and for anonymous answers that are to be parted from their links.</summary>
    public TimeSpan InvitationPoll { get; set; } = TimeSpan.FromSeconds(30);
    /// <summary>How long a process that sends is taken for alive after its last word: longer than a pause of its runtime, or of one commit.</summary>
    public TimeSpan SendingLease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often lines that have nothing to send look again: what was just committed leaves within it.</summary>
    public TimeSpan SendingPoll { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a line stays open with nothing to send. Servers close theirs after five minutes (RFC 5321, 4.5.3.2.7).</summary>
    public TimeSpan SendingIdle { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a peer that cannot be reached, or refuses us, is left alone: doubled from the first to the second.</summary>
    public TimeSpan SendingPause { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan SendingPauseMost { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>When a message that came back unsent is tried again: doubled each time up to the second. With the tries below some four days, as RFC 5321, 4.5.4.1 asks.</summary>
    public TimeSpan SendingRetry { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan SendingRetryMost { get; set; } = TimeSpan.FromHours(1);

    public int SendingTries { get; set; } = 100;

    /// <summary>How long a peer may take for its word on a message: what RFC 5321, 4.5.3.2.6 grants after the final dot, since giving up earlier makes doubts.</summary>
    public TimeSpan SendingWord { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long it may take to open a line, with log-in.</summary>
    public TimeSpan SendingOpen { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a stop waits for the peer's word on what is being sent: less than a host waits for its services.</summary>
    public TimeSpan SendingGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>No SMS leaves before and after, by the bank's time: nobody is woken by a bank.</summary>
    public TimeOnly SmsFrom { get; set; } = new(8, 0);

    public TimeOnly SmsUntil { get; set; } = new(21, 0);

    /// <summary>Notices in people's bells a second: a transaction each, beside everybody else's.</summary>
    public int NoticesPerSecond { get; set; } = 100;
    /// <summary>Sheets, forms and pictures of one product.</summary>
    public int ProductFiles { get; set; } = 20;

    /// <summary>A title that stands in two lines.</summary>
    public int ArticleTitle { get; set; } = 120;

    /// <summary>Ten pages; what is longer is several articles, and as a request within what the hub takes.</summary>
    public int ArticleBody { get; set; } = 15_000;

    public int ArticleTags { get; set; } = 12;

    public int ArticleTag { get; set; } = 20;

    /// <summary>Products, stages and tags that one article helps with.</summary>
    public int ArticleLinks { get; set; } = 40;

    public int ArticleQuery { get; set; } = 200;

    /// <summary>What is looked for at once: a sentence.</summary>
    public int ArticleTokens { get; set; } = 32;

    /// <summary>Articles that a search shows: who does not find among them writes another word.</summary>
    public int ArticleHits { get; set; } = 30;

    /// <summary>Characters of an article around what was found: three lines of a phone.</summary>
    public int ArticleExcerpt { get; set; } = 120;
    /// <summary>Tags of a question of the bank; more than that nobody filters by.</summary>
    public int BankTags { get; set; } = 10;

    public int BankTagCharacters { get; set; } = 20;

    /// <summary>Versions, uses and answers of a question of the bank that are shown: what a panel beside a list has room for.</summary>
    public int BankShown { get; set; } = 100;

    /// <summary>Responses that are looked through to say how a question of the bank is answered: some tenths of a second.</summary>
    public int BankResponses { get; set; } = 5_000;

    /// <summary>Where anonymity was promised, fewer who gave one answer are not counted out: a handful of people know each other.</summary>
    public int AnonymousCell { get; set; } = 5;

    /// <summary>Bytes of a questionnaire's file: a million characters of Chinese, and a workbook that holds as much.</summary>
    public long QuestionnaireFile { get; set; } = 4_000_000;
    /// <summary>How long a response that was completed waits at most before analysis counts it, where nothing else is to be packed.</summary>
    public TimeSpan PackPoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Changed responses that are looked at in one go: those of four blocks after an import.</summary>
    public int PackChanges { get; set; } = 16_384;

    /// <summary>Blocks of 4,096 responses that are packed in one transaction: about a tenth of a second.</summary>
    public int PackBlocks { get; set; } = 2;

    /// <summary>Versions of questionnaires that a node remembers as it read them; a few are asked at a time.</summary>
    public int VersionsHeld { get; set; } = 200;

    /// <summary>Memory for packed answers on a node, in bytes: some five million to questionnaires of thirty questions. What has no room is read anew each time.</summary>
    public long AnswersHeld { get; set; } = 512L * 1024 * 1024;

    /// <summary>Blocks that are read from the database at once: some 8 MB.</summary>
    public int BlocksRead { get; set; } = 32;

    /// <summary>Conditions of one analysis: more than anybody holds in mind.</summary>
    public int AnalysisConditions { get; set; } = 12;

    /// <summary>Values of one condition: the outlets of a large county.</summary>
    public int AnalysisValues { get; set; } = 100;

    /// <summary>Customers of a segment that answers are counted by: those of a county. They are looked up while somebody waits.</summary>
    public int AnalysisParties { get; set; } = 200_000;

    /// <summary>Segments beside each other: more bars nobody compares.</summary>
    public int AnalysisSegments { get; set; } = 6;

    /// <summary>Cells of one cross table: two questions of a hundred choices, or of half a year by days.</summary>
    public int AnalysisCells { get; set; } = 10_000;

    /// <summary>Texts on one page.</summary>
    public int TextsShown { get; set; } = 30;

    /// <summary>Texts whose words are counted, the newest: some tenths of a second, and what many say is among them.</summary>
    public int TextsCounted { get; set; } = 3_000;

    /// <summary>Words that are shown.</summary>
    public int WordsShown { get; set; } = 60;
}
