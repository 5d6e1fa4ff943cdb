namespace Granary.Ocrm;

// Of products, opportunities, campaigns, what is sent to customers, and the knowledge base.
public sealed partial class OcrmLimits
{
    /// <summary>The caller's name of a message: some ids and the words between them.</summary>
    public int OutgoingKey { get; set; } = 200;

    /// <summary>What stands in one line of a list of mails.</summary>
    public int OutgoingSubject { get; set; } = 200;

    /// <summary>Characters of a mail: five pages.</summary>
    public int OutgoingMail { get; set; } = 20_000;

    /// <summary>Characters of an SMS or a notice: seven parts of a long SMS of 67 each, beyond which gateways refuse.</summary>
    public int OutgoingText { get; set; } = 469;

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

    /// <summary>Campaigns side by side: what a screen has room for.</summary>
    public int CampaignsCompared { get; set; } = 10;

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

    /// <summary>Words that are shown.</summary>
    public int WordsShown { get; set; } = 60;
}
