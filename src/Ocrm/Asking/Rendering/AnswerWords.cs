using Granary.Ocrm.Documents.Content;
using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>What the answer page says itself, in the language of whoever answers. The page goes to people without a log-in, so its words lie with it.</summary>
internal sealed class AnswerWords(string language)
{
    public bool IsChinese { get; } = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    /// <summary>As HTML names it.</summary>
    public string Language => IsChinese ? "zh-CN" : "en";

    public string OtherLanguage => Of("中文", "English");

    public string OtherLanguageCode => IsChinese ? "en" : "zh-cn";

    public string Next => Of("Next", "下一页");

    public string Start => Of("Start", "开始");

    public string Back => Of("Back", "上一页");

    public string Complete => Of("Submit", "提交");

    public string Required => Of("required", "必填");

    public string Other => Of("Other", "其他");

    public string None => Of("None of these", "以上都没有");

    public string Yes => Of("Yes", "是");

    public string No => Of("No", "否");

    public string Choose => Of("Please choose", "请选择");

    public string OtherText => Of("What else?", "请说明");

    public string Comment => Of("Remark", "备注");

    public string Rank(string item) => Of($"Place of {item}", $"“{item}”排第几");

    public string RankHint => Of("Give each a place: 1 comes first.", "请排序：1 为最先。");

    public string Add => Of("Add another", "再加一项");

    public string Remove(int number) => Of($"Remove {number}", $"删除第 {number} 项");

    public string RemoveFile(string name) => Of($"Remove {name}", $"删除 {name}");

    public string Group(int number) => Of($"No. {number}", $"第 {number} 项");

    public string Latitude => Of("Latitude", "纬度");

    public string Longitude => Of("Longitude", "经度");

    public string NewQuestions => Of("Your answers brought further questions below. Please answer them and go on.", "根据您的回答，下面增加了问题，请继续填写。");

    public string Wrong(int count) => count == 1 ? Of("One answer needs another look:", "有 1 处需要修改：") : Of($"{count} answers need another look:", $"有 {count} 处需要修改：");

    public string Page(int number, int of) => Of($"Page {number} of {of}", $"第 {number} 页，共 {of} 页");

    public string NothingAsked => Of("There is nothing to answer here.", "本页没有需要填写的内容。");

    /// <summary>What the page's script says, by the name under which it asks for it.</summary>
    public IEnumerable<(string Name, string Text)> OfScript =>
    [
        ("saved", Of("Saved", "已保存")),
        ("saving", Of("Saving…", "正在保存…")),
        ("retry", Of("No connection. Your answers are kept here and sent again.", "网络不通，答案保留在本页，稍后自动重发。")),
        ("place", Of("Use where I am", "使用当前位置")),
        ("placeno", Of("Your phone does not tell where it is. Type it, or leave it out.", "手机没有提供位置，可以手工填写或留空。")),
        ("up", Of("Up", "上移")),
        ("down", Of("Down", "下移")),
    ];

    /// <summary>What is wrong with an answer, in the author's words where there are some.</summary>
    public string Of(AnswerError error) => error.Text is { Length: > 0 } own ? own : error.Code switch
    {
        "required" or "one-required" => Of("Please answer this.", "此题必填。"),
        "row-required" => Of("Please answer each row.", "请回答每一行。"),
        "row-unique" or "duplicate" => Of("This is here twice.", "不能重复。"),
        "other-empty" => Of("Please say what else.", "选择了其他，请说明。"),
        "too-few-rows" or "too-few-groups" => Of($"At least {error.Bound} are needed.", $"至少填写 {error.Bound} 项。"),
        "too-many-groups" or "too-many" => Of($"At most {error.Bound} are possible.", $"最多 {error.Bound} 项。"),
        "numeric" or "not-a-number" => Of("Please type a number.", "请填写数字。"),
        "too-low" => Of($"At least {error.Bound}, please.", $"不能小于 {error.Bound}。"),
        "too-high" => Of($"At most {error.Bound}, please.", $"不能大于 {error.Bound}。"),
        "too-short" => Of($"At least {error.Bound} characters, please.", $"至少 {error.Bound} 个字。"),
        "too-long" => Of($"At most {error.Bound} characters, please.", $"最多 {error.Bound} 个字。"),
        "digits" => Of("No digits, please.", "不能包含数字。"),
        "email" => Of("This is no mail address.", "邮箱地址不正确。"),
        "too-few" => Of($"Please choose at least {error.Bound}.", $"至少选择 {error.Bound} 项。"),
        "too-many-chosen" => Of($"Please choose at most {error.Bound}.", $"最多选择 {error.Bound} 项。"),
        "none-with-others" => Of("None of these cannot stand beside others.", "“以上都没有”不能与其他选项同时选择。"),
        "ranking-incomplete" => Of("Please give each its own place.", "请给每一项排出不同的名次。"),
        "not-a-day" => Of("Please give it as 2026-05-31.", "请按 2026-05-31 的格式填写。"),
        "place" => Of("Latitude is from -90 to 90, longitude from -180 to 180.", "纬度为 -90 到 90，经度为 -180 到 180。"),
        "file" => Of("This file cannot be taken.", "此文件无法使用。"),
        _ => Of("This is not what is asked for.", "填写的内容不符合要求。"),
    };

    /// <summary>Why a file was not taken.</summary>
    public string Of(Flaw flaw) => flaw switch
    {
        Flaw.Type => Of("Pictures, PDF, Word, Excel and text can be sent.", "只能上传图片、PDF、Word、Excel 或文本文件。"),
        Flaw.Name => Of("The file is not what its name says.", "文件内容与扩展名不符。"),
        Flaw.Active => Of("The file holds a program and cannot be taken.", "文件中含有程序，不能上传。"),
        Flaw.Encrypted => Of("The file has a password and cannot be read.", "文件有密码，无法读取。"),
        Flaw.Pixels => Of("The picture is too large.", "图片尺寸过大。"),
        _ => Of("The file is damaged.", "文件已损坏。"),
    };

    public string TooLarge(int megabytes) => Of($"A file has at most {megabytes} MB.", $"单个文件不能超过 {megabytes} MB。");

    public string Scan => Of("Scan the code to answer", "扫码填写");

    public string NotAccepted => Of("This kind of file is not asked for here.", "此处不接受这种文件。");

    public (string Title, string Text) Thanks => (Of("Thank you", "提交成功"), Of("Your answers have arrived.", "感谢您的填写，您的回答已经收到。"));

    public (string Title, string Text) Screened => (Of("Thank you", "感谢参与"), Of("Enough people like you have answered already.", "本次调查的名额已满，感谢您的参与。"));

    public (string Title, string Text) Used => (Of("Answered already", "已经填写过"), Of("This link was good for one answer, and it has been given.", "此链接只能填写一次，答卷已经提交。"));

    public (string Title, string Text) Expired => (Of("The link has expired", "链接已过期"), Of("Please ask who sent it for a new one.", "请联系发送人重新获取链接。"));

    public (string Title, string Text) Closed => (Of("Closed", "问卷已结束"), Of("This questionnaire is not open for answers any more.", "本问卷已停止填写。"));

    public (string Title, string Text) Unknown => (Of("No such link", "链接无效"), Of("Please check that the address was copied whole, or scan the code again.", "请确认网址完整，或重新扫描二维码。"));

    public (string Title, string Text) TooMuch => (Of("Too large", "内容过大"), Of("What was sent is too large. Go back and send smaller or fewer files.", "提交的内容过大，请返回并减少或缩小文件。"));

    public string Of(string english, string chinese) => IsChinese ? chinese : english;
}
