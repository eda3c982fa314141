using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Documents;

/// <summary>When a document counts as served (送达). 行政处罚法 第六十一条; 民事诉讼法 第八十七条至第九十五条.</summary>
public static partial class ServiceOfDocuments
{
    /// <summary>How many other ways must have failed before a public notice; the law requires 用其他方式无法送达 without a number.</summary>
    public const int OtherWaysBeforeNotice = 2;

    /// <summary>The same where something shows by itself that the whereabouts are unknown (下落不明).</summary>
    public const int WaysBeforeNoticeToUnknown = 1;

    /// <summary>First day of the text of 2021: notices issued before run sixty days.</summary>
    public static readonly DateOnly ShorterNoticeFrom = new(2022, 1, 1);

    /// <summary>Sixty calendar days for notices of before 2022 (民事诉讼法 2017 年文本 第九十二条).</summary>
    public static readonly DeadlineRule EarlierNoticePeriod = new(
        "CPL-95-OLD",
        "公告送达",
        TimeLimit.CalendarDays(60),
        CivilProcedureLaw.At("第九十二条（2017年修正）"),
        DeadlineFor.Party,
        "发出公告"
    );

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

    /// <summary>Addressed to somebody who is not the party.</summary>
    public static readonly DomainError OtherAddressee = new(
        "service.other-addressee",
        "CPL-88",
        ErrorKind.RuleBroken,
        "受送达人不是本案当事人",
        CivilProcedureLaw.At("第八十八条第一款")
    );

    /// <summary>Signed under a name that the file does not know, without a tie that was checked.</summary>
    public static readonly DomainError OtherName = new(
        "service.other-name",
        "CPL-88",
        ErrorKind.RuleBroken,
        "签收人与案卷记载的姓名不同的，应当写明与受送达人的关系以及如何核实",
        CivilProcedureLaw.At("第八十八条第一款")
    );

    /// <summary>An agent without an authority on file, or a receiver whom the party did not name.</summary>
    public static readonly DomainError NotOnFile = new(
        "service.receiver-not-on-file",
        "CPL-88",
        ErrorKind.RuleBroken,
        "代理人应当有授权委托书在卷，代收人应当由当事人指定",
        CivilProcedureLaw.At("第八十八条第一款")
    );

    /// <summary>A child, or a person without capacity, was served in the guardian's place.</summary>
    public static readonly DomainError GuardianNeeded = new(
        "service.guardian-needed",
        "CPL-88",
        ErrorKind.RuleBroken,
        "受送达人不满十四周岁或者没有民事行为能力的，由其监护人签收",
        CivilProcedureLaw.At("第八十八条第一款")
    );

    /// <summary>The guardian of a minor of fourteen or more does not know.</summary>
    public static readonly DomainError GuardianNotInformed = new(
        "service.guardian-not-informed",
        "CPL-88",
        ErrorKind.RuleBroken,
        "受送达人已满十四周岁不满十八周岁的，应当通知其监护人",
        CivilProcedureLaw.At("第八十八条第一款")
    );

    /// <summary>Served by or through others without naming them, or without the signed return.</summary>
    public static readonly DomainError ThroughUnproved = new(
        "service.through-unproved",
        "CPL-91-94",
        ErrorKind.RuleBroken,
        "委托送达、转交送达应当写明受托机关或者转交单位、交付日期，并以受送达人在送达回证上的签收日期为送达日期",
        CivilProcedureLaw.At("第九十四条")
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
    /// <param name="party">The party as the file knows it; it determines who may receive.</param>
    /// <param name="consent">The stored confirmation of electronic service; null if none.</param>
    public static IReadOnlyList<DomainException> Obstacles(
        ServiceReturn service,
        PartyServed party,
        ElectronicServiceConsent? consent = null
    ) => [.. FindObstacles(service, party, consent)];

    /// <summary>The date of service (送达日期): the signature for handing over, the day of leaving, the date on the postal receipt, arrival for
    /// electronic service, the end of the thirty days for a public notice. Every period that runs from receiving the document runs from it.</summary>
    /// <inheritdoc cref="Obstacles" />
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static DateOnly DateOfService(
        ServiceReturn service,
        PartyServed party,
        WorkingCalendar calendar,
        ElectronicServiceConsent? consent = null
    )
    {
        FindObstacles(service, party, consent).RefuseFirst();
        return service.Way switch
        {
            ServiceWay.Direct or ServiceWay.Entrusted or ServiceWay.ThroughUnit => LegalDate.Of(service.SignedAt!.Value),
            ServiceWay.Left or ServiceWay.Post or ServiceWay.Electronic => LegalDate.Of(service.ArrivedAt!.Value),
            ServiceWay.PublicNotice => Deadline
                .From(NoticePeriodOf(service.NoticeIssuedOn!.Value), service.NoticeIssuedOn.Value, calendar)
                .LastDay,
        };
    }

    /// <summary>How long a notice runs that was issued on a day.</summary>
    [StatutoryRule("CPL-95-OLD")]
    public static DeadlineRule NoticePeriodOf(DateOnly issuedOn) => issuedOn < ShorterNoticeFrom ? EarlierNoticePeriod : NoticePeriod;

    /// <summary>Whether a person in this relation may sign for a party of this kind (代收).</summary>
    public static bool MayReceive(PartyKind party, ReceiverRelation relation) =>
        relation switch
        {
            ReceiverRelation.Agent or ReceiverRelation.NamedReceiver => true,
            ReceiverRelation.Self or ReceiverRelation.AdultFamilyMemberLivingTogether or ReceiverRelation.Guardian => party
                is PartyKind.Citizen
                    or PartyKind.IndividualBusiness,
            ReceiverRelation.LegalRepresentative or ReceiverRelation.Head or ReceiverRelation.MailClerk => party
                is PartyKind.LegalPerson
                    or PartyKind.OtherOrganisation,
        };

    private static IEnumerable<DomainException> FindObstacles(ServiceReturn service, PartyServed party, ElectronicServiceConsent? consent)
    {
        if (service.Documents.All(string.IsNullOrWhiteSpace))
            yield return Incomplete.With("没有送达文书");
        if (string.IsNullOrWhiteSpace(service.Addressee))
            yield return Incomplete.With("没有受送达人");
        else if (!PartyServed.IsSame(service.Addressee, party.Name))
            yield return OtherAddressee.With($"送达回证写为“{service.Addressee}”，应当为“{party.Name}”").At("/return/addressee");
        if (string.IsNullOrWhiteSpace(service.Place))
            yield return Incomplete.With("没有送达地点");
        if (service.Way is ServiceWay.Direct or ServiceWay.Left && service.Servers.Distinct().Count() < OfficersPresent.AtLeast)
            yield return OfficersPresent.TooFew.With($"送达人 {service.Servers.Distinct().Count()} 名");
        if (service.ArrivedAt < service.SentAt || service.SignedAt < service.SentAt)
            yield return OutOfOrder.With("到达或者签收早于发出");
        var more = service.Way switch
        {
            ServiceWay.Direct => [.. ObstacleUnlessSigned(service), .. ObstacleUnlessReceiver(service, party)],
            ServiceWay.Entrusted or ServiceWay.ThroughUnit =>
            [
                .. ObstacleUnlessThrough(service),
                .. ObstacleUnlessSigned(service),
                .. ObstacleUnlessReceiver(service, party),
            ],
            ServiceWay.Left => ObstacleUnlessLeft(service),
            ServiceWay.Post => [.. ObstacleUnlessPosted(service), .. ObstacleUnlessReceiver(service, party)],
            ServiceWay.Electronic => ObstacleUnlessElectronic(service, consent),
            ServiceWay.PublicNotice => ObstacleUnlessByNotice(service),
        };
        foreach (var obstacle in more)
            yield return obstacle;
        if (service.Way is ServiceWay.Left or ServiceWay.Electronic or ServiceWay.PublicNotice)
        {
            foreach (var obstacle in ObstacleUnlessGuardian(service, party))
                yield return obstacle;
        }
    }

    private static IEnumerable<DomainException> ObstacleUnlessSigned(ServiceReturn service)
    {
        if (service.SignedAt is null || string.IsNullOrWhiteSpace(service.Receiver))
            yield return NotSigned.With(service.SignedAt is null ? "没有签收日期" : "没有签收人", "拒绝签收的，依法留置送达");
    }

    private static IEnumerable<DomainException> ObstacleUnlessThrough(ServiceReturn service)
    {
        if (string.IsNullOrWhiteSpace(service.Through) || service.SentAt is null)
            yield return ThroughUnproved.With(service.SentAt is null ? "没有交付受托机关或者转交单位的时间" : "没有受托机关或者转交单位");
    }

    private static IEnumerable<DomainException> ObstacleUnlessPosted(ServiceReturn service)
    {
        var missing = Domain.Obstacles.NotGiven(
            ("交寄时间", service.SentAt is not null),
            ("收件日期", service.ArrivedAt is not null),
            ("回执号", service.PostalReceipt.IsGiven()),
            ("签收人", service.Receiver.IsGiven())
        );
        if (missing.Count > 0)
            yield return ReceiptMissing.With($"未填写：{string.Join('、', missing)}");
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
        var least = string.IsNullOrWhiteSpace(service.WhereaboutsUnknownProof) ? OtherWaysBeforeNotice : WaysBeforeNoticeToUnknown;
        if (tried < least)
            yield return OtherWaysNotTried.With(
                $"公告前记录为未能送达的其他方式 {tried} 种，至少 {least} 种",
                "先以其他方式送达并记录失败原因"
            );
        if (service.NoticeIssuedOn is null || string.IsNullOrWhiteSpace(service.NoticeReason))
            yield return NoticeNotNoted.With(service.NoticeIssuedOn is null ? "没有发出公告的日期" : "没有记明原因和经过");
    }
}
