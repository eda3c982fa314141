using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Documents;

/// <summary>When a document counts as served (送达). 行政处罚法 第六十一条; 民事诉讼法 第八十七条至第九十五条.</summary>
public static class ServiceOfDocuments
{
    /// <summary>How many other ways must have failed before a public notice; the law requires 用其他方式无法送达 without a number.</summary>
    public const int OtherWaysBeforeNotice = 2;

    /// <summary>Thirty calendar days from issuing the notice (自发出公告之日起，经过三十日，即视为送达); not the sixty of the older text.</summary>
    public static readonly DeadlineRule NoticePeriod = new(
        "CPL-95",
        "公告送达",
        TimeLimit.CalendarDays(30),
        CivilProcedureLaw.At("第九十五条第一款"),
        DeadlineFor.Party,
        "发出公告"
    );

    /// <summary>The document, the addressee or the place is missing.</summary>
    public static readonly DomainError Incomplete = new(
        "service.return-incomplete",
        "CPL-88",
        ErrorKind.RuleBroken,
        "送达回证应当记明送达文书、受送达人和送达地点",
        CivilProcedureLaw.At("第八十七条")
    );

    /// <summary>Handed over, but unsigned, or signed without a date.</summary>
    public static readonly DomainError NotSigned = new(
        "service.not-signed",
        "CPL-88",
        ErrorKind.RuleBroken,
        "直接送达应当由受送达人或者代收人在送达回证上记明收到日期并签名或者盖章",
        CivilProcedureLaw.At("第八十七条")
    );

    /// <summary>Signed by a person who may not receive for the addressee.</summary>
    public static readonly DomainError ReceiverNotAllowed = new(
        "service.receiver-not-allowed",
        "CPL-88",
        ErrorKind.RuleBroken,
        "签收人不是法律规定可以代收的人",
        CivilProcedureLaw.At("第八十八条第一款")
    );

    /// <summary>Left without a refusal on the return, or without the date.</summary>
    public static readonly DomainError RefusalNotNoted = new(
        "service.refusal-not-noted",
        "CPL-89",
        ErrorKind.RuleBroken,
        "留置送达应当在送达回证上记明拒收事由和日期",
        CivilProcedureLaw.At("第八十九条")
    );

    /// <summary>Left with neither a witness of a local body who signed nor photographs or film.</summary>
    public static readonly DomainError LeavingUnproved = new(
        "service.leaving-unproved",
        "CPL-89",
        ErrorKind.RuleBroken,
        "留置送达应当有基层组织或者所在单位的见证人签名，或者采用拍照、录像等方式记录送达过程",
        CivilProcedureLaw.At("第八十九条")
    );

    /// <summary>Posted, and no dated receipt came back.</summary>
    public static readonly DomainError ReceiptMissing = new(
        "service.receipt-missing",
        "CPL-91",
        ErrorKind.RuleBroken,
        "邮寄送达以回执上注明的收件日期为送达日期，没有回执不能确认送达",
        CivilProcedureLaw.At("第九十一条")
    );

    /// <summary>No signed confirmation is stored, or it was signed only after sending.</summary>
    public static readonly DomainError NoConsent = new(
        "service.no-electronic-consent",
        "APL-61-2",
        ErrorKind.RuleBroken,
        "当事人同意并签订确认书的，才可以采用传真、电子邮件等方式送达",
        PenaltyLaw.At("第六十一条第二款")
    );

    /// <summary>Sent elsewhere than the party confirmed.</summary>
    public static readonly DomainError OtherAddress = new(
        "service.other-address",
        "APL-61-2",
        ErrorKind.RuleBroken,
        "电子送达的地址不是当事人确认的地址",
        PenaltyLaw.At("第六十一条第二款")
    );

    /// <summary>Sent, and not known to have arrived.</summary>
    public static readonly DomainError NotArrived = new(
        "service.not-arrived",
        "APL-61-2",
        ErrorKind.RuleBroken,
        "电子送达以到达受送达人特定系统的日期为送达日期，没有到达记录不能确认送达",
        CivilProcedureLaw.At("第九十条第二款")
    );

    /// <summary>A public notice before other ways had failed.</summary>
    public static readonly DomainError OtherWaysNotTried = new(
        "service.other-ways-not-tried",
        "CPL-95",
        ErrorKind.RuleBroken,
        "受送达人下落不明或者用其他方式无法送达的，才可以公告送达",
        CivilProcedureLaw.At("第九十五条第一款")
    );

    /// <summary>A public notice without its date, or without reason and steps in the file.</summary>
    public static readonly DomainError NoticeNotNoted = new(
        "service.notice-not-noted",
        "CPL-95",
        ErrorKind.RuleBroken,
        "公告送达应当在案卷中记明原因和经过",
        CivilProcedureLaw.At("第九十五条第二款")
    );

    /// <summary>The times on the return contradict each other.</summary>
    public static readonly DomainError OutOfOrder = new("service.out-of-order", null, ErrorKind.Unacceptable, "送达回证上的时间前后矛盾");

    /// <summary>All reasons why the return does not prove service; empty if it does.</summary>
    /// <param name="party">Kind of the addressee; it determines who may receive.</param>
    /// <param name="consent">The stored confirmation of electronic service; null if none.</param>
    public static IReadOnlyList<DomainException> Obstacles(
        ServiceReturn service,
        PartyKind party,
        ElectronicServiceConsent? consent = null
    ) => [.. FindObstacles(service, party, consent)];

    /// <summary>The date of service (送达日期): the signature for handing over, the day of leaving, the date on the postal receipt, arrival for
    /// electronic service, the end of the thirty days for a public notice. Every period that runs from receiving the document runs from it.</summary>
    /// <inheritdoc cref="Obstacles" />
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static DateOnly DateOfService(
        ServiceReturn service,
        PartyKind party,
        WorkingCalendar calendar,
        ElectronicServiceConsent? consent = null
    )
    {
        FindObstacles(service, party, consent).RefuseFirst();
        return service.Way switch
        {
            ServiceWay.Direct => LegalDate.Of(service.SignedAt!.Value),
            ServiceWay.Left or ServiceWay.Post or ServiceWay.Electronic => LegalDate.Of(service.ArrivedAt!.Value),
            ServiceWay.PublicNotice => Deadline.From(NoticePeriod, service.NoticeIssuedOn!.Value, calendar).LastDay,
        };
    }

    /// <summary>Whether a person in this relation may sign for a party of this kind (代收).</summary>
    public static bool MayReceive(PartyKind party, ReceiverRelation relation) =>
        relation switch
        {
            ReceiverRelation.Agent or ReceiverRelation.NamedReceiver => true,
            ReceiverRelation.Self or ReceiverRelation.AdultFamilyMemberLivingTogether => party
                is PartyKind.Citizen
                    or PartyKind.IndividualBusiness,
            ReceiverRelation.LegalRepresentative or ReceiverRelation.Head or ReceiverRelation.MailClerk => party
                is PartyKind.LegalPerson
                    or PartyKind.OtherOrganisation,
        };

    private static IEnumerable<DomainException> FindObstacles(ServiceReturn service, PartyKind party, ElectronicServiceConsent? consent)
    {
        if (service.Documents.All(string.IsNullOrWhiteSpace))
            yield return Incomplete.With("没有送达文书");
        if (string.IsNullOrWhiteSpace(service.Addressee))
            yield return Incomplete.With("没有受送达人");
        if (string.IsNullOrWhiteSpace(service.Place))
            yield return Incomplete.With("没有送达地点");
        if (service.Way is ServiceWay.Direct or ServiceWay.Left && service.Servers.Distinct().Count() < OfficersPresent.AtLeast)
            yield return OfficersPresent.TooFew.With($"送达人 {service.Servers.Distinct().Count()} 名");
        if (service.ArrivedAt < service.SentAt || service.SignedAt < service.SentAt)
            yield return OutOfOrder.With("到达或者签收早于发出");
        var more = service.Way switch
        {
            ServiceWay.Direct => ObstacleUnlessHandedOver(service, party),
            ServiceWay.Left => ObstacleUnlessLeft(service),
            ServiceWay.Post => service.ArrivedAt is null || string.IsNullOrWhiteSpace(service.PostalReceipt)
                ? [ReceiptMissing.With(service.ArrivedAt is null ? "没有收件日期" : "没有回执号")]
                : [],
            ServiceWay.Electronic => ObstacleUnlessElectronic(service, consent),
            ServiceWay.PublicNotice => ObstacleUnlessByNotice(service),
        };
        foreach (var obstacle in more)
            yield return obstacle;
    }

    private static IEnumerable<DomainException> ObstacleUnlessHandedOver(ServiceReturn service, PartyKind party)
    {
        if (service.SignedAt is null || string.IsNullOrWhiteSpace(service.Receiver))
            yield return NotSigned.With(service.SignedAt is null ? "没有签收日期" : "没有签收人", "拒绝签收的，依法留置送达");
        if (service.Relation is not { } relation)
            yield return ReceiverNotAllowed.With("没有签收人与受送达人的关系");
        else if (!MayReceive(party, relation))
            yield return ReceiverNotAllowed.With(
                party is PartyKind.Citizen or PartyKind.IndividualBusiness
                    ? "公民（个体工商户经营者）由本人、同住的成年家属、代理人或者指定的代收人签收"
                    : "法人或者其他组织由法定代表人、主要负责人、负责收件的人、代理人或者指定的代收人签收"
            );
    }

    private static IEnumerable<DomainException> ObstacleUnlessLeft(ServiceReturn service)
    {
        if (string.IsNullOrWhiteSpace(service.RefusalReason) || service.ArrivedAt is null)
            yield return RefusalNotNoted.With(service.ArrivedAt is null ? "没有留置日期" : "没有拒收事由");
        var witnessed = service.Witnesses.Any(w => w.Signed && !string.IsNullOrWhiteSpace(w.Name) && !string.IsNullOrWhiteSpace(w.Body));
        if (!witnessed && service.MediaSha256.All(string.IsNullOrWhiteSpace))
            yield return LeavingUnproved.With("既无见证人签名，也无照片、录像");
    }

    private static IEnumerable<DomainException> ObstacleUnlessElectronic(ServiceReturn service, ElectronicServiceConsent? consent)
    {
        if (consent is null || string.IsNullOrWhiteSpace(consent.Sha256))
            yield return NoConsent.With("没有签订的确认书");
        else
        {
            if ((service.SentAt ?? service.ArrivedAt) is { } sent && LegalDate.Of(sent) < consent.SignedOn)
                yield return NoConsent.With($"确认书于 {consent.SignedOn:yyyy-MM-dd} 签订，晚于发送");
            if (!string.Equals(service.Place.Trim(), consent.Address.Trim(), StringComparison.OrdinalIgnoreCase))
                yield return OtherAddress.With("请使用确认书上的地址");
        }
        if (service.ArrivedAt is null)
            yield return NotArrived.With("没有到达时间", "改用其他方式送达");
    }

    private static IEnumerable<DomainException> ObstacleUnlessByNotice(ServiceReturn service)
    {
        var tried = service
            .FailedBefore.Where(f =>
                f.Way is not ServiceWay.PublicNotice && !string.IsNullOrWhiteSpace(f.Why) && !(f.TriedOn > service.NoticeIssuedOn)
            )
            .Select(f => f.Way)
            .Distinct()
            .Count();
        if (tried < OtherWaysBeforeNotice)
            yield return OtherWaysNotTried.With(
                $"公告前记录为未能送达的其他方式 {tried} 种，至少 {OtherWaysBeforeNotice} 种",
                "先以其他方式送达并记录失败原因"
            );
        if (service.NoticeIssuedOn is null || string.IsNullOrWhiteSpace(service.NoticeReason))
            yield return NoticeNotNoted.With(service.NoticeIssuedOn is null ? "没有发出公告的日期" : "没有记明原因和经过");
    }
}
