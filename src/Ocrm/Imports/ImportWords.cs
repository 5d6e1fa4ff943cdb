using System.Collections.Frozen;

namespace Granary.Ocrm.Imports;

/// <summary>What an error file says, in the language of who reads it: a file is read without a page that has words for codes.</summary>
internal sealed class ImportWords
{
    private sealed record Words(string Zh, string AdviceZh, string En, string AdviceEn);

    private static readonly FrozenDictionary<string, Words> Known = new Dictionary<string, Words>
    {
        ["prospect-incomplete"] = new("名称为空，或内容过长", "填写名称，每项不超过 200 字", "The name is missing, or a text is too long", "Fill in the name; at most 200 characters each"),
        ["prospect-mobile"] = new("手机号码不正确", "核对 11 位手机号码", "The mobile number is not one", "Check its 11 digits"),
        ["prospect-document"] = new("证件号码不正确", "核对证件号码及校验位", "The document number is not one", "Check the number and its check digit"),
        ["customer-already"] = new("已是客户", "从名单中删去，或在客户页面处理", "Is a customer already", "Leave the line out, or work with the customer"),
        ["customer-elsewhere"] = new("本法人机构已有此证件的客户，由同事维护", "向网点查询该客户", "The legal entity has a customer with this document, looked after by a colleague", "Ask at the outlet"),
        ["prospect-already"] = new("已登记为潜在客户", "从名单中删去", "Is a prospect already", "Leave the line out"),
        ["twice"] = new("文件中前面已有同一对象", "只保留一行", "An earlier line of the file is about the same", "Keep one of them"),
        ["empty"] = new("没有可用于匹配的编号、证件，或电话加姓名", "补充客户编号或证件号码", "There is no number, document, or phone with name to match by", "Add the customer number or the document"),
        ["nobody"] = new("您的客户中找不到此人", "核对编号、证件和姓名；名称须与客户一致", "None of your customers is this one", "Check number, document and name; the name must be theirs"),
        ["several"] = new("匹配到多位客户", "补充客户编号或证件号码", "Several customers match", "Add the customer number or the document"),
        ["account"] = new("没有账号或保单号，或过长", "填写账号，不超过 60 字", "The account or policy number is missing or too long", "Fill it in; at most 60 characters"),
        ["money"] = new("金额不正确", "填写数字，单位为元", "The amount is not one", "Write a figure in yuan"),
        ["day"] = new("日期不正确", "写成 2026-01-31", "The date is not one", "Write it as 2026-01-31"),
        ["holding"] = new("产品类别不认识", "填写 代理、理财、存款、贷款 或 信用卡", "The type of product is not known", "Write agency, wealth, deposit, loan or card"),
        ["state"] = new("状态不认识", "填写 正常 或 已结清", "The status is not known", "Write open or closed"),
        ["long"] = new("内容过长", "缩短至 60 字以内", "The text is too long", "Shorten it to 60 characters"),
        ["value"] = new("内容不符合格式", "核对该项内容", "The value does not have its form", "Check the value"),
        ["nothing"] = new("没有要更正的内容", "填写至少一项", "There is nothing to correct", "Fill in at least one field"),
        ["hidden"] = new("您无权更正该项", "去掉该列，或由有权人员导入", "You may not correct this field", "Leave the column out, or ask somebody who may"),
        ["newer"] = new("已有更晚日期的数据", "核对数据日期", "There is a later figure already", "Check the date of the data"),
        ["already"] = new("已在其中", "无需处理", "Is in it already", "Nothing to do"),
        ["target"] = new("标签或客群已不存在", "重新选择后再导入", "The tag or segment is gone", "Choose another and bring the file in again"),
        ["other"] = new("该账号登记在其他客户名下", "核对账号与客户", "The account stands with another customer", "Check the account and the customer"),
        ["no-document"] = new("新客户须有证件号码", "补充证件号码", "A new customer needs a document", "Add the document number"),
        ["same"] = new("与主数据一致", "无需处理", "The customer master holds this already", "Nothing to do"),
        ["gone"] = new("已被删除", "无需处理", "Is gone already", "Nothing to do"),
        ["changed-since"] = new("导入后已被修改", "需要时手工处理", "Was changed since", "Change it by hand if need be"),
        ["became-customer"] = new("已转为客户", "需要时在柜面销户", "Became a customer meanwhile", "Close the customer at the counter if need be"),
        ["in-use"] = new("已有业务或联系记录", "需要时手工处理", "There is work recorded for them", "Settle it by hand if need be"),
        ["waiting"] = new("尚未得到主数据的答复", "稍后再次撤销", "The customer master has not answered yet", "Take it back again in a while"),
        ["not-ours"] = new("主数据采用了其他来源的值", "无需处理", "The customer master holds another value", "Nothing to do"),
        ["out-of-sight"] = new("已不在您的权限范围内", "由现任负责人处理", "Is out of your sight by now", "Ask who looks after it now"),
    }.ToFrozenDictionary();

    private readonly bool _chinese;

    private ImportWords(bool chinese) => _chinese = chinese;

    /// <summary>All codes that a line can have.</summary>
    public static IEnumerable<string> Codes => Known.Keys;

    public static ImportWords In(bool chinese) => new(chinese);

    /// <summary>The headings of what is added to a line's own columns.</summary>
    public string[] Heads => _chinese ? ["原行号", "问题", "处理建议"] : ["line", "problem", "advice"];

    /// <param name="column">The heading of the column at fault; empty where it is the line as a whole.</param>
    public string Of(string problem, string column) => (_chinese ? Known[problem].Zh : Known[problem].En) is var text && column.Length == 0 ? text : $"{column}{(_chinese ? "：" : ": ")}{text}";

    public string Advice(string problem) => _chinese ? Known[problem].AdviceZh : Known[problem].AdviceEn;
}
