namespace Granary.Ocrm;

// Of questionnaires, asking, what comes of answers, and their analysis.
public sealed partial class OcrmLimits
{
    /// <summary>A questionnaire's title in lists; two lines of a phone.</summary>
    public int QuestionnaireTitle { get; set; } = 100;

    /// <summary>What is new in a version, in a sentence or two.</summary>
    public int QuestionnaireNote { get; set; } = 200;

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
}
