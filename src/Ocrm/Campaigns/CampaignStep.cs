namespace Granary.Ocrm.Campaigns;

/// <summary>A text in both languages; {name}, {salutation}, {manager}, {outlet}, {product} and {link} are filled for each target.</summary>
public sealed record StepText(string Zh, string En)
{
    internal string In(string language) => language == CampaignPlan.English ? En : Zh;
}

/// <summary>What a branch asks.</summary>
/// <param name="On">response (value: a kind, or '' for any), delivery (of the message of a step), segment (value: an id), holding (value: a kind) or balance (amount, in fen).</param>
public sealed record StepCondition(string On, string Value = "", int Step = 0, long Amount = 0);

/// <summary>One step of a campaign.</summary>
/// <param name="Id">A whole number above 0, unique in the campaign.</param>
/// <param name="Kind">One of <see cref="StepKind"/>.</param>
/// <param name="Next">The id of the step that follows, of a branch the one where the condition holds; 0: the target's way ends.</param>
/// <param name="Otherwise">Of a branch: the one where it does not hold; 0: the way ends.</param>
/// <param name="Title">Of a task its title, of a mail its subject, of a notice its first line.</param>
/// <param name="Text">Of a task the script, of a message what it says.</param>
/// <param name="Channel">Of a task or a printed list how the customer is spoken to, as consents name it, or '' where no consent is asked for; of a questionnaire sms or email.</param>
/// <param name="Days">Of a wait: how many days; of a task: within how many days it is due.</param>
/// <param name="Until">Of a wait: until this day, YYYY-MM-DD, in place of a number of days.</param>
/// <param name="Questionnaire">Of a questionnaire or a QR code: the questionnaire's id; 0 for none.</param>
/// <param name="Link">Where {link} or the QR code leads, https; '' for none.</param>
public sealed record CampaignStep(
    int Id, string Kind, int Next = 0, int Otherwise = 0, StepText? Title = null, StepText? Text = null, string Channel = "", int Days = 0, string Until = "", StepCondition? If = null,
    long Questionnaire = 0, string Link = "");

/// <summary>Kinds of step.</summary>
internal static class StepKind
{
    public const string Task = "task";
    public const string Mail = "mail";
    public const string Sms = "sms";

    /// <summary>A notice to the manager.</summary>
    public const string InApp = "inapp";

    /// <summary>The target goes on a list that is printed or exported.</summary>
    public const string List = "list";

    /// <summary>A QR code of the campaign is there from now on.</summary>
    public const string Qr = "qr";
    public const string Questionnaire = "questionnaire";
    public const string Wait = "wait";
    public const string Branch = "branch";

    public static IReadOnlyList<string> All { get; } = [Task, Mail, Sms, InApp, List, Qr, Questionnaire, Wait, Branch];

    public static IReadOnlyList<string> Messages { get; } = [Mail, Sms, Questionnaire, InApp];

    /// <summary>By what the customer is reached, as consents name it; '' where nobody has to agree.</summary>
    public static string ConsentOf(CampaignStep step) => step.Kind switch
    {
        Mail => "email",
        Sms => "sms",
        Task or List or Questionnaire => step.Channel,
        _ => "",
    };

    /// <summary>What the frequency cap counts it as: message, person, or '' for what is no contact with the customer.</summary>
    public static string ClassOf(string kind) => kind switch
    {
        Mail or Sms or Questionnaire => ContactRule.Message,
        Task or List => ContactRule.Person,
        _ => "",
    };
}
