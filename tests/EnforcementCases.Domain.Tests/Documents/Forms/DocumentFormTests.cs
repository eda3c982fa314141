using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Documents.Forms;

public sealed partial class DocumentFormTests
{
    public static TheoryData<DocumentKind> Kinds => [.. DocumentForms.All.Select(f => f.Kind)];

    public static TheoryData<DocumentKind, string> MandatoryFields()
    {
        var fields = new TheoryData<DocumentKind, string>();
        foreach (var form in DocumentForms.All)
        {
            foreach (var entry in form.Entries.Where(e => e.Duty is not null))
                fields.Add(form.Kind, entry.Field.Key);
        }
        return fields;
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_form_fills_and_is_the_same_after_it_was_stored(DocumentKind kind)
    {
        var form = DocumentForms.Of(kind);

        var content = form.Fill(SampleForms.For(form));

        content.Title.ShouldBe(form.Title);
        content.Number.ShouldBe(form.Word is null ? null : $"津汉街综执{form.Word}字〔2026〕第0006号");
        var stored = JsonSerializer.Serialize(content, JsonSerializerOptions.Web);
        JsonSerializer
            .Serialize(JsonSerializer.Deserialize<FormContent>(stored, JsonSerializerOptions.Web), JsonSerializerOptions.Web)
            .ShouldBe(stored);
        JsonSerializer.Serialize(form.Fill(SampleForms.For(form)), JsonSerializerOptions.Web).ShouldBe(stored);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_form_fills_with_its_mandatory_fields_alone(DocumentKind kind)
    {
        var form = DocumentForms.Of(kind);

        form.Fill(SampleForms.For(form, mandatoryOnly: true)).Parts.ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(MandatoryFields))]
    [Rule("APL-42"), Rule("APL-43"), Rule("APL-55"), Rule("APL-54"), Rule("APL-46"), Rule("APL-56"), Rule("APL-40"), Rule("APL-28")]
    [Rule("ACL-24"), Rule("ACL-27-28"), Rule("REV-118-SCOPE"), Rule("APL-44"), Rule("APL-45"), Rule("APL-63"), Rule("APL-64-2")]
    [
        Rule("APL-64-3"),
        Rule("APL-65"),
        Rule("APL-57-1"),
        Rule("APL-57-2"),
        Rule("APL-59"),
        Rule("APL-67-2"),
        Rule("APL-33-3"),
        Rule("APL-27")
    ]
    [Rule("CPL-88"), Rule("APL-61-2"), Rule("APL-66"), Rule("APL-72-1"), Rule("ACL-35"), Rule("ACL-37"), Rule("ACL-50-51"), Rule("ACL-44")]
    [Rule("ACL-55"), Rule("APL-72-END"), Rule("FILE-2"), Rule("APL-52-1"), Rule("APL-52-2")]
    public void A_mandatory_field_left_empty_is_refused_and_named(DocumentKind kind, string key)
    {
        var form = DocumentForms.Of(kind);
        var entry = form.Entries.Single(e => e.Field.Key == key);
        var values = SampleForms.For(form, without: entry.Field);

        var refusal = Should.Throw<DomainException>(() => form.Fill(values));

        refusal.Error.ShouldBe(entry.Duty);
        refusal.Detail.ShouldContain(entry.Label);
        form.Missing(values).ShouldHaveSingleItem().Error.ShouldBe(entry.Duty);
        form.Draft(values).Title.ShouldBe(form.Title);
    }

    /// <summary>行政处罚法 第五十九条第一款.</summary>
    [Theory, Rule("APL-59")]
    [InlineData("party", "第五十九条第一款")]
    [InlineData("party-address", "第五十九条第一款")]
    [InlineData("facts", "第五十九条第一款")]
    [InlineData("evidence", "第五十九条第一款")]
    [InlineData("penalty", "第五十九条第一款")]
    [InlineData("penalty-basis", "第五十九条第一款")]
    [InlineData("performance", "第五十九条第一款")]
    [InlineData("remedies", "第五十九条第一款")]
    public void The_penalty_decision_asks_for_everything_the_article_names(string key, string article)
    {
        var duty = DocumentForms.Of(DocumentKind.PenaltyDecision).Entries.Single(e => e.Field.Key == key).Duty;

        duty.ShouldNotBeNull().Rule.ShouldBe("APL-59");
        duty.Basis.ShouldBe(PenaltyLaw.At(article));
        DocumentForms.Of(DocumentKind.PenaltyDecision).Sealed.ShouldBeTrue();
    }

    /// <summary>行政处罚法 第五十二条第二款; the officers are those of 第四十二条, the name of the organ is in the head of every paper.</summary>
    [Theory, Rule("APL-52-2")]
    [InlineData("facts")]
    [InlineData("penalty")]
    [InlineData("penalty-basis")]
    [InlineData("act-at")]
    [InlineData("place")]
    [InlineData("remedies")]
    public void The_decision_on_the_spot_asks_for_everything_the_article_names(string key)
    {
        var form = DocumentForms.Of(DocumentKind.OnTheSpotDecision);

        form.Entries.Single(e => e.Field.Key == key).Duty.ShouldBe(OnTheSpotDecision.Incomplete);
        form.Entries.Single(e => e.Field == FormFields.Handlers).Duty.ShouldBe(OfficersPresent.TooFew);
        form.Signers.Select(s => s.Role).ShouldBe(["执法人员", "当事人签收"]);
    }

    [Fact, Rule("APL-67-2")]
    public void A_decision_without_a_fine_names_no_place_to_pay()
    {
        var form = DocumentForms.Of(DocumentKind.PenaltyDecision);
        var fine = SampleForms
            .For(form, mandatoryOnly: true)
            .With(DecisionFields.Fine, Money.Yuan(300))
            .With(DecisionFields.Payee, (string?)null);
        new Action(() => form.Fill(fine)).ShouldRefuse(FormDuty.FineCollection);

        var none = SampleForms
            .For(form, mandatoryOnly: true)
            .With(DecisionFields.Payee, (string?)null)
            .With(DecisionFields.PayBy, (string?)null);
        TextOf(form.Fill(none)).ShouldNotContain("代收机构缴纳");
    }

    [Fact, Rule("APL-72-1")]
    public void A_decision_with_a_fine_states_where_to_pay_and_the_standard_of_the_surcharge()
    {
        var form = DocumentForms.Of(DocumentKind.PenaltyDecision);

        var text = TextOf(form.Fill(SampleForms.For(form)));

        text.ShouldContain("罚款人民币叁佰元整（￥300.00），应当自收到本决定书之日起十五日内到代收机构缴纳：中国工商银行天津汉沽支行");
        text.ShouldContain("每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额");
    }

    [Fact, Rule("APL-44"), Rule("APL-63")]
    public void The_notice_tells_of_a_hearing_where_there_is_a_right_to_one()
    {
        var form = DocumentForms.Of(DocumentKind.PriorNotice);

        TextOf(form.Fill(SampleForms.For(form))).ShouldContain("要求听证的权利（拟作出较大数额罚款）");
        var without = TextOf(form.Fill(SampleForms.For(form, without: DecisionFields.HearingGround)));
        without.ShouldNotContain("听证");
        without.ShouldContain("自收到本告知书之日起三个工作日内");
    }

    [Fact, Rule("APL-61-2")]
    public void An_electronic_address_is_needed_only_by_consent()
    {
        var form = DocumentForms.Of(DocumentKind.ServiceConfirmation);
        var values = SampleForms.For(form, without: PerformanceFields.ElectronicAddress);

        form.Missing(values).ShouldHaveSingleItem().Error.ShouldBe(FormDuty.ElectronicService);
        form.Missing(values.With(PerformanceFields.ElectronicConsent, "不同意")).ShouldBeEmpty();
    }

    [Fact, Rule("APL-42")]
    public void One_officer_is_not_enough()
    {
        var form = DocumentForms.Of(DocumentKind.InquiryRecord);
        var values = SampleForms.For(form).With(FormFields.Handlers, [new DecidingOfficer("张伟", "020107001")]);

        new Action(() => form.Fill(values)).ShouldRefuse(OfficersPresent.TooFew, "（至少2项）");
    }

    [Fact]
    public void Sections_are_numbered_without_a_gap()
    {
        var form = DocumentForms.Of(DocumentKind.PriorNotice);

        var headings = form.Fill(SampleForms.For(form, mandatoryOnly: true))
            .Parts.OfType<TextPart>()
            .Select(t => t.Heading)
            .OfType<string>();

        headings.ShouldBe(["一、违法事实", "二、处罚的理由和依据", "三、拟作出的行政处罚", "四、陈述、申辩的权利"]);
    }

    [Fact]
    public void A_value_for_a_field_the_form_does_not_have_is_a_mistake_of_the_program()
    {
        var form = DocumentForms.Of(DocumentKind.FileContents);

        Should.Throw<ArgumentException>(() => form.Draft(SampleForms.For(form).With(DecisionFields.Fine, Money.Yuan(1))));
    }

    [Fact]
    public void A_paper_is_numbered_exactly_where_its_kind_has_a_word()
    {
        var decision = DocumentForms.Of(DocumentKind.PenaltyDecision);
        var unnumbered = new FormValues(SampleForms.Organ, new(2026, 3, 26));
        decision.Draft(unnumbered).Number.ShouldBeNull();
        foreach (var form in DocumentForms.All)
            (form.Word is null).ShouldBe(DocumentWord.Of(form.Kind) is null);
        DocumentForms
            .All.Select(f => f.Word)
            .OfType<string>()
            .Distinct() // both orders to correct are counted through
            .Order()
            .ShouldBe(DocumentWord.All.Order());
    }

    [Fact]
    public void Every_kind_has_one_form()
    {
        DocumentForms.All.Select(f => f.Kind).Order().ShouldBe(Enum.GetValues<DocumentKind>().Order());
        DocumentForms.All.Select(f => f.CatalogueNumber).ShouldBeUnique();
    }

    [Fact]
    public void Fixed_texts_name_only_fields_of_their_form() =>
        DocumentForms
            .All.SelectMany(f =>
                f.FixedTexts.SelectMany(t => Regex.Matches(t, @"\{([a-z0-9-]+)\}").Select(m => m.Groups[1].Value))
                    .Where(key => key != "organ" && f.Entries.All(e => e.Field.Key != key))
                    .Select(key => $"{f.Title} {key}")
            )
            .ShouldBeEmpty();

    /// <summary>Headings, labels, columns, fixed texts, roles, copies: nothing that a full paper prints is blank.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void A_paper_prints_no_blank_where_a_word_belongs(DocumentKind kind)
    {
        var form = DocumentForms.Of(kind);
        var content = JsonSerializer.SerializeToElement(form.Fill(SampleForms.For(form)), JsonSerializerOptions.Web);

        Texts(content).ShouldAllBe(text => text.Trim().Length > 0);
        form.Entries.ShouldAllBe(e => Chinese().IsMatch(e.Label));
        form.Signers.ShouldAllBe(signer => Chinese().IsMatch(signer.Role));
        Chinese().IsMatch(form.Title).ShouldBeTrue();
        form.TemplateVersion.ShouldMatch(@"^D\d\d[a-c]?-\d{4}\.\d+$");

        static IEnumerable<string> Texts(JsonElement element) =>
            element.ValueKind switch
            {
                JsonValueKind.String => [element.GetString()!],
                JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
                JsonValueKind.Object => element.EnumerateObject().Where(p => p.Name is not "rows").SelectMany(p => Texts(p.Value)),
                _ => [],
            };
    }

    [Theory, MemberData(nameof(Kinds))]
    public void No_two_lines_of_a_paper_are_called_the_same(DocumentKind kind) =>
        DocumentForms.Of(kind).Entries.Select(e => e.Label).ShouldBeUnique();

    /// <summary>What the organ decides, notifies or announces it seals, gives a code to check it by, and files; the notice to pay is the treasury's.</summary>
    [Fact]
    public void What_goes_out_in_the_organ_s_name_is_sealed_and_can_be_checked()
    {
        foreach (var form in DocumentForms.All)
        {
            var speaksForTheOrgan =
                form.Kind is DocumentKind.TransferLetter or DocumentKind.CourtApplication
                || (
                    form.Kind is not DocumentKind.PaymentNotice
                    && (form.Title.EndsWith('书') || form.Title.EndsWith("公告", StringComparison.Ordinal))
                    && Speaking().IsMatch(form.Title)
                )
                || form.Kind is DocumentKind.OnTheSpotCorrection;
            form.Sealed.ShouldBe(speaksForTheOrgan, form.Title);
            form.Verifiable.ShouldBe(form.Sealed || form.Kind is DocumentKind.DutyReminder or DocumentKind.PaymentNotice, form.Title);
            if (form.Sealed)
                form.Copies[^1]
                    .ShouldBe(
                        form.Kind switch
                        {
                            DocumentKind.PreservationNotice => "物品保管",
                            DocumentKind.PenaltyDecision => "缴款",
                            _ => "存卷",
                        }
                    );
        }
        DocumentForms.All.Where(f => f.Payable).Select(f => f.Kind).ShouldBe([DocumentKind.OnTheSpotDecision, DocumentKind.PaymentNotice]);
        DocumentForms
            .All.Where(f => f.EditedAsDraft)
            .Select(f => f.Kind)
            .ShouldBe(
                [
                    DocumentKind.LegalReviewOpinion,
                    DocumentKind.PriorNotice,
                    DocumentKind.HearingRightNotice,
                    DocumentKind.PenaltyDecision,
                    DocumentKind.NoPenaltyDecision,
                    DocumentKind.OrderDecision,
                ],
                ignoreOrder: true
            );
    }

    [Fact, Rule("APL-55"), Rule("APL-64-3")]
    public void Every_page_of_a_record_is_signed() =>
        DocumentForms
            .All.Where(f => f.PageSigners.Count > 0)
            .ShouldBe(
                DocumentForms.All.Where(f =>
                    f.Title.EndsWith("笔录", StringComparison.Ordinal) || f.Kind is DocumentKind.CollectiveDiscussion
                )
            );

    [Fact]
    public void A_street_paper_prints_on_every_printer_and_a_code_only_where_it_can_be_checked()
    {
        foreach (var form in DocumentForms.All)
        {
            form.Papers.ShouldBe(
                form.Papers.Count == 1 ? [PrintFormat.A4] : [PrintFormat.A4, PrintFormat.Receipt80, PrintFormat.Receipt58]
            );
            var content = form.Fill(SampleForms.For(form).PaidBy("缴款码"));
            (content.VerificationText is not null).ShouldBe(form.Verifiable);
            content.PaymentText.ShouldBe(form.Payable ? "缴款码" : null);
            content.ShouldHave(
                new
                {
                    form.Kind,
                    form.TemplateVersion,
                    OrganName = SampleForms.Organ,
                    On = new DateOnly(2026, 3, 26),
                    form.Sealed,
                    form.PageSigners,
                    form.Copies,
                }
            );
        }
    }

    [Fact]
    public void Number_and_word_go_together()
    {
        var decision = DocumentForms.Of(DocumentKind.PenaltyDecision);
        var contents = DocumentForms.Of(DocumentKind.FileContents);

        Should
            .Throw<ArgumentException>(() => decision.Fill(SampleForms.For(decision, numbered: false)))
            .Message.ShouldContain("needs its number");
        Should
            .Throw<ArgumentException>(() => contents.Fill(SampleForms.For(contents, numbered: true)))
            .Message.ShouldContain("no number of its own");
    }

    [Fact]
    public void Values_are_written_as_papers_write_them_and_a_blank_is_none()
    {
        var form = DocumentForms.Of(DocumentKind.SceneRecord);
        string? Line(FormValues values, string label) =>
            form.Draft(values).Parts.OfType<LinesPart>().SelectMany(p => p.Lines).FirstOrDefault(l => l.Label == label)?.Value;
        FormValues Values() => new(SampleForms.Organ, new(2026, 3, 26));
        var nine = DateTimeOffset.Parse("2026-03-05T09:40:00+08:00", CultureInfo.InvariantCulture);

        Line(Values().With(FormFields.Place, " 某路 "), "地点").ShouldBe("某路");
        Line(Values().With(FormFields.Remarks, " "), "备注").ShouldBeNull();
        Line(Values().With(InvestigationFields.Period, nine, nine.AddMinutes(45)), "起止时间").ShouldBe("2026年3月5日09时40分至10时25分");
        Line(Values().With(InvestigationFields.Period, (DateTimeOffset?)nine), "起止时间").ShouldBe("2026年3月5日09时40分");
        Line(Values().With(InvestigationFields.Period, (DateOnly?)new DateOnly(2026, 3, 5)), "起止时间").ShouldBe("2026年3月5日");
        Line(Values().With(InvestigationFields.Period, (DateOnly?)null), "起止时间").ShouldBe("＿＿＿＿＿＿");
        Line(Values().With(FormFields.Place, "某路").With(FormFields.Place, (string?)null), "地点").ShouldBe("＿＿＿＿＿＿");
        Should
            .Throw<ArgumentException>(() => Values().With(InvestigationFields.CorrectionResult, "也许"))
            .Message.ShouldContain("已改正、部分改正、未改正");
        Should
            .Throw<ArgumentException>(() =>
                Values()
                    .With(
                        InvestigationFields.EvidenceItems,
                        [
                            ["一"],
                        ]
                    )
            )
            .Message.ShouldContain("5 columns");
    }

    [Fact]
    public void Each_field_has_a_key_of_its_own_and_a_Chinese_label()
    {
        var fields = new[] { typeof(FormFields), typeof(InvestigationFields), typeof(DecisionFields), typeof(PerformanceFields) }
            .SelectMany(t => t.GetFields())
            .Select(f => (FormField)f.GetValue(null)!)
            .ToList();

        fields.Select(f => f.Key).ShouldBeUnique();
        fields.ShouldAllBe(f => FieldKey().IsMatch(f.Key) && Chinese().IsMatch(f.Label));
        fields.OfType<TableField>().SelectMany(f => f.Columns).ShouldAllBe(column => Chinese().IsMatch(column));
        fields.OfType<ChoiceField>().SelectMany(f => f.Options).ShouldAllBe(option => Chinese().IsMatch(option));
    }

    [Fact, Rule("FILE-2")]
    public void Pages_of_the_file_are_counted_through() =>
        FiledPaper
            .Rows([
                new("甲1号", "决定书", new(2026, 1, 2), 3),
                new(null, "送达回证", new(2026, 1, 3), 1),
                new(null, "笔录", new(2026, 1, 1), 2),
            ])
            .Select(r => $"{r[0]}|{r[1]}|{r[3]}")
            .ShouldBe(["甲1号|决定书|1-3", "|送达回证|4", "|笔录|5-6"]);

    [Fact, Rule("FILE-2")]
    public void A_paper_without_pages_is_a_mistake_of_the_program() =>
        Should.Throw<ArgumentOutOfRangeException>(() => FiledPaper.Rows([new("甲1号", "决定书", new(2026, 1, 2), 0)]));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex FieldKey();

    [GeneratedRegex("决定书|通知书|告知书|催告书|公告")]
    private static partial Regex Speaking();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    private static string TextOf(FormContent content) => string.Concat(content.Parts.OfType<TextPart>().SelectMany(t => t.Paragraphs));
}
