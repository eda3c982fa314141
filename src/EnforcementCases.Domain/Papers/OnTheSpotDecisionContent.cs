using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using static EnforcementCases.Domain.Documents.ChineseDate;

namespace EnforcementCases.Domain.Papers;

/// <summary>Content of a decision made on the spot (当场行政处罚决定书) as it was stored before the paper became a form, up to <c>D01-2026.1</c>. It is only read.</summary>
/// <remarks>Neither its members nor the words that <see cref="AsForm"/> adds are ever changed: a paper that was handed out then prints as it did.</remarks>
internal sealed record OnTheSpotDecisionContent
{
    /// <summary>Name of the deciding organ (行政机关名称), as in the letterhead and above the date.</summary>
    public required string OrganName { get; init; }

    /// <summary>Number (编号) of the decision, <c>津汉街综执当罚决字〔2022〕第0001号</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Who the party (当事人) is, line by line: name, document, address, for an organisation also its representative.</summary>
    public required IReadOnlyList<LabelledLine> Party { get; init; }

    /// <summary>When the offence was committed (违法时间).</summary>
    public required DateTimeOffset ActAt { get; init; }

    /// <summary>Where (违法地点), with coordinates if they were taken.</summary>
    public required string Place { get; init; }

    /// <summary>What the party did (违法事实).</summary>
    public required string Facts { get; init; }

    /// <summary>The provisions broken (违反的规定), as cited.</summary>
    public required string ViolatedArticles { get; init; }

    /// <summary>The provisions that the penalty is based on (处罚依据), as cited.</summary>
    public required string PenaltyBasis { get; init; }

    /// <summary>Tier and benchmark (裁量基准), or the reasons for the amount.</summary>
    public required string Discretion { get; init; }

    /// <summary>Whether a warning (警告) is imposed.</summary>
    public bool Warning { get; init; }

    /// <summary>The fine (罚款) in fen (分); 0 for none.</summary>
    public long FineFen { get; init; }

    /// <summary>Whether to correct at once (责令当场改正, 第二十八条).</summary>
    public bool CorrectAtOnce { get; init; }

    /// <summary>The last day to correct (责令限期改正), inclusive; null if it is not by a date.</summary>
    public DateOnly? CorrectBy { get; init; }

    /// <summary>Text of the prior notice given before the decision (告知, 第四十四条).</summary>
    public required string Told { get; init; }

    /// <summary>What the party answered (陈述申辩, 第四十五条) and how it was dealt with; null if the party made no statement.</summary>
    public string? PartyAnswer { get; init; }

    /// <summary>How, where and until when to pay; null if there is no fine.</summary>
    public PaymentTerms? Payment { get; init; }

    /// <summary>The ground for collecting the fine on the spot (当场收缴, 第六十八条, 第六十九条); null if it is not collected there.</summary>
    public string? OnTheSpotCollectionGround { get; init; }

    /// <summary>Ways and time limits of remedy (救济途径和期限), chosen by the date of the decision.</summary>
    public required string RemedyText { get; init; }

    /// <summary>The officers (执法人员) who decide; the law requires two.</summary>
    public required IReadOnlyList<DecidingOfficer> Officers { get; init; }

    /// <summary>What the officers noted where the party refused to sign (拒绝签收, 第五十二条第一款); null if the party signs.</summary>
    public string? RefusalNote { get; init; }

    /// <summary>When the decision was made and handed over (当场交付).</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Content of the verification QR code (文书查验二维码): an address with a random code, no personal data.</summary>
    public required string VerificationText { get; init; }

    /// <summary>Version of the wording and layout, <c>D01-2026.1</c>.</summary>
    public required string TemplateVersion { get; init; }

    /// <summary>The same paper as a form, with the words that were printed around its members.</summary>
    public FormContent AsForm() =>
        new()
        {
            Kind = DocumentKind.OnTheSpotDecision,
            TemplateVersion = TemplateVersion,
            OrganName = OrganName,
            Title = "当场行政处罚决定书",
            Number = Number,
            On = LegalDate.Of(DecidedAt),
            Sealed = true,
            Parts =
            [
                new LinesPart([.. Party, new("违法时间", Moment(ActAt)), new("违法地点", Place)]),
                .. Sections().Select(s => new TextPart(s.Label, [s.Value])),
                new SignaturesPart([
                    .. Officers.Select(o => new SignatureBlock("执法人员", o.Name, o.CertificateNumber)),
                    new("当事人签收", null),
                ]),
                new TextPart(null, [RefusalNote is { } note ? $"☑拒绝签收（注明：{note}）" : "☐拒绝签收"]),
            ],
            VerificationText = VerificationText,
            PaymentText = Payment?.QrText,
        };

    private IEnumerable<LabelledLine> Sections()
    {
        yield return new("违法事实", Facts);
        yield return new("违反规定", ViolatedArticles);
        yield return new("处罚依据", PenaltyBasis);
        yield return new("裁量", Discretion);
        yield return new("告知与申辩", $"{Sentence(Told)}当事人意见：{Answer}");
        yield return new("处罚决定", Penalty);
        yield return new("责令改正", Correction);
        if (Payment is { } payment)
        {
            yield return new("缴款", HowToPay(payment));
            yield return new("缴款码", payment.Code);
        }
        if (FineFen > 0)
            yield return new("当场收缴", OnTheSpotCollectionGround is { } ground ? $"☐否　☑是（理由：{ground}）" : "☑否　☐是");
        yield return new("救济途径", RemedyText);
    }

    private string Penalty =>
        $"{Box(Warning)}警告　{Box(FineFen > 0)}罚款"
        + (FineFen > 0 ? $"{ChineseAmount.InCapitals(Money.OfFen(FineFen))}（￥{Money.OfFen(FineFen).InYuan}）" : "");

    private string Correction =>
        $"{Box(CorrectAtOnce)}当场改正　{Box(CorrectBy is not null)}限期改正" + (CorrectBy is { } day ? $"：{Day(day)}前（含当日）" : "");

    private string Answer => string.IsNullOrWhiteSpace(PartyAnswer) ? "☑无　☐有" : $"☐无　☑有（{PartyAnswer.TrimEnd('。')}）";

    private static string HowToPay(PaymentTerms payment) =>
        $"自收到本决定书之日起{payment.TermDays}日内（至{Day(payment.DueOn)}），扫描缴款二维码或者到{payment.Payee}缴纳罚款。"
        + Sentence(payment.SurchargeText);

    private static string Sentence(string text) => text.TrimEnd('。', ' ') + "。";

    private static char Box(bool isChecked) => isChecked ? '☑' : '☐';
}

/// <summary>How a fine is paid (缴款, 行政处罚法 第六十七条).</summary>
/// <param name="Payee">The bank and account (代收机构) to pay at, as the place words it.</param>
/// <param name="TermDays">Days from receiving the decision, calendar days, 15.</param>
/// <param name="DueOn">The last day to pay without surcharge, inclusive.</param>
/// <param name="SurchargeText">What is added when it is paid late (加处罚款), with its ceiling.</param>
/// <param name="Code">The payment code (缴款码) to type in.</param>
/// <param name="QrText">Content of the payment QR code (缴款二维码).</param>
internal sealed record PaymentTerms(string Payee, int TermDays, DateOnly DueOn, string SurchargeText, string Code, string QrText);
