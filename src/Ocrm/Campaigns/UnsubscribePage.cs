using Granary.Ocrm.Asking.Rendering;

namespace Granary.Ocrm.Campaigns;

/// <summary>What is shown to who wants no more mail. It names the bank and the purpose, and nobody: the address of the page may have been passed on.</summary>
internal static class UnsubscribePage
{
    public static string Ask(AnswerWords words, string bank, string purpose)
    {
        var title = words.Of("No more of these mails?", "退订邮件");
        var markup = new Markup();
        markup.Add($"<form class=end method=post><h1>{title}</h1><p>{words.Of($"{bank} will send you no more mails about {What(words, purpose)}.", $"退订后，{bank}不再向您发送{What(words, purpose)}邮件。")}</p>");
        markup.Add($"<p class=hint>{words.Of("What your contracts or the law ask for is still sent.", "合同或法律要求的通知不受影响。")}</p>");
        return PageFrame.Of(title, words, markup.Add($"<button name=\"List-Unsubscribe\" value=\"One-Click\">{words.Of("Unsubscribe", "确认退订")}</button></form>"));
    }

    public static (string Title, string Text) Done(AnswerWords words) =>
        (words.Of("Unsubscribed", "已退订"), words.Of("You get no more of these mails. If you change your mind, tell your customer manager.", "您不会再收到此类邮件。如需恢复，请告知您的客户经理。"));

    private static string What(AnswerWords words, string purpose) => purpose switch
    {
        "survey" => words.Of("surveys", "问卷调查"),
        "care" => words.Of("greetings and reminders", "关怀问候"),
        _ => words.Of("products and offers", "产品和活动"),
    };
}
