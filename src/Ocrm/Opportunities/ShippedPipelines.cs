namespace Granary.Ocrm.Opportunities;

/// <summary>The pipelines with which a legal entity begins.</summary>
internal static class ShippedPipelines
{
    private static readonly LostReason Rate = new("rate", "利率没有优势", "Rate not competitive");
    private static readonly LostReason Rival = new("rival", "他行已办", "Went to another bank");
    private static readonly LostReason NoNeed = new("no-need", "客户暂无需求", "No need at present");
    private static readonly LostReason Conditions = new("conditions", "不符合准入条件", "Conditions not met");
    private static readonly LostReason Unreachable = new("unreachable", "联系不上", "Not reached");

    private static readonly Stage Won = new(0, "won", "已成交", "Won", Stage.Won, 100, ["amount"], 0, Stage.Open);
    private static readonly Stage Lost = new(0, "lost", "已流失", "Lost", Stage.Lost, 0, [], 0, Stage.Open);

    public static IReadOnlyList<Pipeline> All { get; } =
    [
        Of("deposit", "存款营销", "Deposits",
            [Step("lead", "初步线索", "Lead", 10, 7), Step("contacted", "已联系", "Contacted", 30, 14), Step("agreed", "有意向", "Interested", 60, 14, "amount", "expected"), Step("due", "待到账", "Money expected", 85, 10, "amount", "expected", "product"), Won, Lost],
            Rate, Rival, NoNeed, Unreachable),
        Of("loan", "贷款营销", "Loans",
            [Step("lead", "初步线索", "Lead", 10, 7), Step("surveyed", "实地调查", "Visited", 30, 14, "amount"), Step("applied", "已申请", "Applied", 55, 14, "amount", "product", "expected"), Step("approved", "审批通过", "Approved", 85, 20, "amount", "product", "expected"),
             Won, Lost],
            Rate, Rival, NoNeed, Conditions),
        Of("card", "信用卡营销", "Cards",
            [Step("lead", "初步线索", "Lead", 15, 7), Step("invited", "已推荐", "Offered", 40, 10, "product"), Step("applied", "已进件", "Applied", 75, 15, "product", "expected"), Won with { Needs = [] }, Lost],
            NoNeed, Rival, Conditions, Unreachable),
        Of("corporate", "对公营销", "Corporate",
            [Step("lead", "目标客户", "Target", 5, 30), Step("visited", "已拜访", "Visited", 20, 30, "contact"), Step("proposal", "方案沟通", "Proposal", 45, 30, "contact", "product", "amount"), Step("negotiation", "商务谈判", "Negotiation", 70, 30, "contact", "product", "amount", "expected"),
             Won, Lost],
            Rate, Rival, NoNeed, Conditions),
    ];

    private static Pipeline Of(string code, string zh, string en, IReadOnlyList<Stage> stages, params IReadOnlyList<LostReason> reasons) => new(0, "", code, zh, en, Stage.Open, stages, reasons, 1);

    private static Stage Step(string code, string zh, string en, int chance, int days, params string[] needs) => new(0, code, zh, en, Stage.Open, chance, needs, days, Stage.Open);
}
