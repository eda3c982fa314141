using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Domain.Tests.Cases;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Documents.Forms;

/// <summary>D01: what the decision on the spot states, and that it states what it did before it was a form.</summary>
public sealed class OnTheSpotPapersTests
{
    private const string Number = "津汉街综执当罚决字〔2024〕第0001号";
    private const string Code = "12345678901234567890";
    private const string QrText = "https://zf.example.gov.cn/public/pay/12345678901234567890";
    private const string VerificationText = "https://zf.example.gov.cn/public/verify/7KQ2M9XWRT4B";

    private static readonly OpenedParty Opened = new("120116199001011234", "汉沽街道新开中路 1 号", "022-25600000");

    private static readonly OnTheSpotFacts Citizen = AnOnTheSpotCase.Facts with
    {
        Party = new()
        {
            Kind = PartyKind.Citizen,
            Name = "王某",
            Document = IdentityDocument.CitizenIdCard,
            AgeAtOffence = 30,
        },
    };

    public static TheoryData<string, OnTheSpotFacts> Decisions =>
        new()
        {
            { "a citizen is fined", Citizen },
            {
                "a business is fined and warned, refuses to sign",
                Citizen with
                {
                    Party = new()
                    {
                        Kind = PartyKind.IndividualBusiness,
                        Name = "某某五金店",
                        Document = IdentityDocument.CreditCode,
                        Representative = "王某",
                    },
                    Kinds = [PenaltyKind.Warning, PenaltyKind.Fine],
                    Fine = Money.Yuan(200),
                    Signature = PartySignature.Refused,
                    RefusalNote = "现场录像为证",
                    Place = new("新开中路 36 号门前", "120116015"),
                }
            },
            {
                "an organisation corrects by a day and waives",
                Citizen with
                {
                    Party = new()
                    {
                        Kind = PartyKind.LegalPerson,
                        Name = "某某有限公司",
                        Document = IdentityDocument.CreditCode,
                        Representative = "李某",
                    },
                    CorrectionDueOn = Date("2024-09-25"),
                    Notice = Citizen.Notice with { PartyWords = null, WaiverWords = "我不陈述、不申辩。" },
                    Facts = "占道摆摊。\n经营货架两个。",
                }
            },
            { "a citizen is warned", AnOnTheSpotCase.Warning with { Party = Citizen.Party } },
            { "a citizen is fined before 2024", Citizen with { DecidedAt = AnOnTheSpotCase.Decided.AddYears(-1) } },
        };

    [Theory, MemberData(nameof(Decisions)), Rule("APL-52-2")]
    public void It_states_what_it_stated_before_it_was_a_form(string title, OnTheSpotFacts facts)
    {
        var now = Filled(facts);
        var before = AsStoredBefore(facts).AsForm();

        now.TemplateVersion.ShouldBe("D01-2026.3");
        Printed(now).Where(IsWordedAsBefore).ShouldBe(Printed(before).Where(IsWordedAsBefore), title);
        now.ShouldHave(
            new
            {
                before.Kind,
                before.OrganName,
                before.Title,
                before.Number,
                before.On,
                before.Sealed,
                before.PageSigners,
                before.VerificationText,
                before.PaymentText,
            }
        );
    }

    [Theory, Rule("APL-45")]
    [InlineData(false, null, "☐无　☑有（没有意见）；复核意见：不予采纳，现场视频显示由其摆放")]
    [InlineData(true, "已是最低数额", "☐无　☑有（没有意见）；复核意见：采纳，现场视频显示由其摆放；不改变处罚的理由：已是最低数额")]
    public void It_states_how_the_party_was_answered(bool accepted, string? changesNothing, string text)
    {
        var answered = Citizen with
        {
            Notice = Citizen.Notice with { Objects = true, Answer = new(accepted, "现场视频显示由其摆放。", changesNothing) },
        };

        Printed(Filled(answered)).ShouldContain(line => line.Contains(text));
    }

    [Fact, Rule("APL-52-2")]
    public void It_is_printed_in_these_words() =>
        Printed(Filled(Citizen))
            .ShouldBe([
                "姓名：王某",
                $"{IdentityDocument.CitizenIdCard.Term()}：120116199001011234",
                "住址：汉沽街道新开中路 1 号",
                "违法时间：2024年9月18日08时00分",
                "违法地点：新开中路 36 号门前（坐标 117.80,39.24 WGS84）",
                "违法事实：占道摆摊",
                $"违反规定：{Citizen.Violation.Violated}",
                $"处罚依据：{Citizen.Violation.Threatened}；《行政处罚法》第五十一条",
                "裁量：占道面积不大",
                "告知与申辩：已于2024年9月18日09时00分告知拟处罚内容及事实、理由、依据和陈述、申辩等权利。当事人意见：☑无　☐有（没有意见）",
                "处罚决定：☐警告　☑罚款人民币伍拾元整（￥50.00）",
                "责令改正：☑当场改正　☐限期改正",
                $"缴款：自收到本决定书之日起15日内（至2024年10月8日），扫描缴款二维码或者到{Citizen.Organ.Profile.PayeeText}缴纳罚款。"
                    + "到期不缴纳罚款的，依据《行政处罚法》第七十二条第一款第一项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额。",
                $"缴款码：{Code}",
                "当场收缴：当场收缴的，以出具的罚款票据为准",
                $"救济途径：{RemedyAdvice.ForOnTheSpot(Date("2024-09-18"), Citizen.Organ.Profile.ReconsiderationOrgan).Text}",
                "执法人员：张三，张三证",
                "执法人员：李四，李四证",
                "当事人签收：，",
                "☐拒绝签收",
            ]);

    [Theory]
    [InlineData("没有意见", null, false, "当事人意见：☑无　☐有（没有意见）")]
    [InlineData("货架不是我的。", null, true, "当事人意见：☐无　☑有（货架不是我的）")]
    [InlineData(null, "我不陈述、不申辩。", false, "当事人意见：☑无　☐有（当事人明确放弃陈述、申辩：我不陈述、不申辩）")]
    public void The_box_of_the_party_s_views_agrees_with_its_words(string? words, string? waiver, bool objects, string text) =>
        Printed(Filled(Citizen with { Notice = Citizen.Notice with { PartyWords = words, WaiverWords = waiver, Objects = objects } }))
            .ShouldContain(line => line.Contains(text));

    [Theory]
    [InlineData("王记小吃店", "王某", "字号：王记小吃店|经营者：王某")]
    [InlineData("王某", "王某", "经营者：王某")] // a business without a trade name
    [InlineData("王某", null, "经营者：王某")]
    public void A_business_has_its_trade_name_and_its_operator(string name, string? representative, string lines)
    {
        var party = new PartySnapshot
        {
            Kind = PartyKind.IndividualBusiness,
            Name = name,
            Document = IdentityDocument.CreditCode,
            Representative = representative,
        };

        Printed(Filled(Citizen with { Party = party }))
            .Where(l => l.Split('：')[0] is "姓名" or "字号" or "经营者")
            .ShouldBe(lines.Split('|'));
    }

    [Fact, Rule("APL-70")]
    public void Cash_taken_with_the_decision_is_on_the_paper_and_nothing_is_left_to_pay()
    {
        var cash = Citizen with { Collection = new(CollectionGround.SmallFine, null, false, false, "A0001") };

        var lines = Printed(Filled(cash)).ToList();

        lines.ShouldContain("当场收缴：☐否　☑是（一百元以下罚款，票据号码 A0001）");
        lines.ShouldNotContain(l => l.StartsWith("缴款码：", StringComparison.Ordinal) || l.StartsWith("缴款：", StringComparison.Ordinal));
    }

    [Fact, Rule("APL-52-2")]
    public void A_part_the_article_names_is_not_left_empty() =>
        new Action(() => Filled(Citizen with { Facts = " " })).ShouldRefuse(OnTheSpotDecision.Incomplete, "违法行为");

    private static FormContent Filled(OnTheSpotFacts facts)
    {
        var code = facts.Fine > Money.Zero ? Code : null;
        var values = OnTheSpotPapers.Decision(facts, Opened, Number, code, Shipped).VerifiedBy(VerificationText);
        return DocumentForms.Of(DocumentKind.OnTheSpotDecision).Fill(code is null ? values : values.PaidBy(QrText));
    }

    /// <summary>The content as it was fixed up to <c>D01-2026.1</c>; the sentence on late payment is that of now, it changed with the form.</summary>
    private static OnTheSpotDecisionContent AsStoredBefore(OnTheSpotFacts facts)
    {
        var party = facts.Party;
        LabelledLine[] representative = party.Representative is { } name
            ? [new(party.Kind is PartyKind.LegalPerson ? "法定代表人" : "经营者", name)]
            : [];
        return new()
        {
            OrganName = facts.Organ.Name,
            Number = Number,
            Party =
            [
                new(party.Kind is PartyKind.LegalPerson ? "名称" : "姓名", party.Name),
                new(party.Document!.Value.Term(), Opened.DocumentNumber!),
                .. representative,
                new("住址", Opened.Address!),
            ],
            ActAt = facts.CommittedAt,
            Place = facts.Place.Longitude is null ? facts.Place.Text : $"{facts.Place.Text}（坐标 117.80,39.24 WGS84）",
            Facts = facts.Facts,
            ViolatedArticles = facts.Violation.Violated.ToString(),
            PenaltyBasis = $"{facts.Violation.Threatened}；《行政处罚法》第五十一条",
            Discretion = facts.ReasonsForAmount,
            Warning = facts.Kinds.Contains(PenaltyKind.Warning),
            FineFen = facts.Fine.Fen,
            CorrectAtOnce = facts.CorrectionDueOn is null,
            CorrectBy = facts.CorrectionDueOn,
            Told = "已于 2024-09-18 09:00 告知拟处罚内容及事实、理由、依据和陈述、申辩等权利",
            PartyAnswer = facts.Notice.PartyWords ?? $"当事人明确放弃陈述、申辩：{facts.Notice.WaiverWords}",
            Payment =
                facts.Fine > Money.Zero
                    ? new(
                        facts.Organ.Profile.PayeeText,
                        15,
                        PaymentTerm.From(facts.DecidedOn, Shipped).LastDay,
                        FormWording.SurchargeStandard,
                        Code,
                        QrText
                    )
                    : null,
            RemedyText = RemedyAdvice.ForOnTheSpot(facts.DecidedOn, facts.Organ.Profile.ReconsiderationOrgan).Text,
            Officers = [new("张三", "张三证"), new("李四", "李四证")],
            RefusalNote = facts.RefusalNote,
            DecidedAt = facts.DecidedAt,
            VerificationText = VerificationText,
            TemplateVersion = "D01-2026.1",
        };
    }

    /// <summary>Ticks that agree with the words, one form of dates, cash left to its receipt, and the trade name of a business are worded anew.</summary>
    private static bool IsWordedAsBefore(string line) =>
        !line.StartsWith("告知与申辩：", StringComparison.Ordinal)
        && !line.StartsWith("当场收缴：", StringComparison.Ordinal)
        && line.Split('：')[0] is not ("姓名" or "字号" or "经营者");

    private static IEnumerable<string> Printed(FormContent content) =>
        content.Parts.SelectMany(part =>
            part switch
            {
                LinesPart lines => lines.Lines.Select(l => $"{l.Label}：{l.Value}"),
                TextPart { Heading: { } heading } text => [$"{heading}：{string.Join('\n', text.Paragraphs)}"],
                TextPart text => text.Paragraphs,
                SignaturesPart signatures => signatures.Blocks.Select(b => $"{b.Role}：{b.Name}，{b.CertificateNumber}"),
                _ => throw new ArgumentException(part.GetType().Name, nameof(content)),
            }
        );
}
