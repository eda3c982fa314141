using System.Globalization;
using System.Text.Json;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Documents;

/// <summary>行政处罚法 第六十一条; 民事诉讼法 第八十七条至第九十五条.</summary>
public sealed class ServiceOfDocumentsTests
{
    private static readonly ElectronicServiceConsent Consent = new(Date("2025-03-01"), "party@example.cn", "ab12");

    [Fact, Rule("APL-61-1")]
    public void A_decision_made_without_the_party_is_served_within_seven_working_days() =>
        HandingOver.Due(Date("2023-04-20"), Shipped).LastDay.ShouldBe(Date("2023-04-28"));

    [Fact, Rule("CPL-88")]
    public void Handing_over_counts_from_the_signature() => Served(ADirect()).ShouldBe(Date("2025-03-10"));

    [Theory, Rule("CPL-88")]
    [InlineData(PartyKind.Citizen, ReceiverRelation.Self, true)]
    [InlineData(PartyKind.Citizen, ReceiverRelation.AdultFamilyMemberLivingTogether, true)]
    [InlineData(PartyKind.Citizen, ReceiverRelation.Agent, true)]
    [InlineData(PartyKind.Citizen, ReceiverRelation.NamedReceiver, true)]
    [InlineData(PartyKind.Citizen, ReceiverRelation.MailClerk, false)]
    [InlineData(PartyKind.IndividualBusiness, ReceiverRelation.Self, true)]
    [InlineData(PartyKind.IndividualBusiness, ReceiverRelation.MailClerk, false)]
    [InlineData(PartyKind.LegalPerson, ReceiverRelation.LegalRepresentative, true)]
    [InlineData(PartyKind.LegalPerson, ReceiverRelation.Head, true)]
    [InlineData(PartyKind.OtherOrganisation, ReceiverRelation.MailClerk, true)]
    [InlineData(PartyKind.LegalPerson, ReceiverRelation.Agent, true)]
    [InlineData(PartyKind.LegalPerson, ReceiverRelation.AdultFamilyMemberLivingTogether, false)]
    [InlineData(PartyKind.LegalPerson, ReceiverRelation.Self, false)]
    public void Only_those_whom_the_law_names_receive_for_the_party(PartyKind party, ReceiverRelation relation, bool allowed) =>
        Serving(ADirect() with { Relation = relation, ReceiverTie = "见工作证、户口簿", TieChecked = "原件" }, party)
            .ShouldRefuse(
                allowed ? null : ServiceOfDocuments.ReceiverNotAllowed,
                party is PartyKind.Citizen or PartyKind.IndividualBusiness ? "公民" : "法人或者其他组织"
            );

    [Fact, Rule("CPL-88")]
    public void A_return_without_signature_documents_or_place_proves_nothing()
    {
        Serving(ADirect() with { SignedAt = null }).ShouldRefuse(ServiceOfDocuments.NotSigned, "没有签收日期");
        Serving(ADirect() with { Receiver = " " }).ShouldRefuse(ServiceOfDocuments.NotSigned, "没有签收人");
        Serving(ADirect() with { Relation = null }).ShouldRefuse(ServiceOfDocuments.ReceiverNotAllowed, "与受送达人的关系");
        Serving(ADirect() with { Documents = [] }).ShouldRefuse(ServiceOfDocuments.Incomplete);
        Serving(ADirect() with { Place = "" }).ShouldRefuse(ServiceOfDocuments.Incomplete);
        Serving(ADirect() with { Addressee = "" }).ShouldRefuse(ServiceOfDocuments.Incomplete);
        Serving(ADirect() with { SentAt = At("2025-03-11") }).ShouldRefuse(ServiceOfDocuments.OutOfOrder);
    }

    [Fact, Rule("APL-42")]
    public void One_officer_alone_serves_nothing_by_hand()
    {
        var one = Guid.NewGuid();
        Serving(ADirect() with { Servers = [one, one] }).ShouldRefuse(OfficersPresent.TooFew);
        Serving(ALeaving() with { Servers = [one] }).ShouldRefuse(OfficersPresent.TooFew);
        Serving(APost() with { Servers = [one] }).ShouldRefuse(null);
    }

    [Fact, Rule("CPL-89")]
    public void Leaving_needs_a_noted_refusal_and_either_a_witness_who_signed_or_photographs()
    {
        Served(ALeaving()).ShouldBe(Date("2025-03-10"));
        Serving(ALeaving() with { MediaSha256 = [] }).ShouldRefuse(ServiceOfDocuments.LeavingUnproved);
        Serving(ALeaving() with { MediaSha256 = [], Witnesses = [new("王某", "某社区居委会", Signed: false)] })
            .ShouldRefuse(ServiceOfDocuments.LeavingUnproved);
        Serving(ALeaving() with { MediaSha256 = [], Witnesses = [new("王某", "某社区居委会", Signed: true)] }).ShouldRefuse(null);
        Serving(ALeaving() with { RefusalReason = "" }).ShouldRefuse(ServiceOfDocuments.RefusalNotNoted, "没有拒收事由");
        Serving(ALeaving() with { ArrivedAt = null }).ShouldRefuse(ServiceOfDocuments.RefusalNotNoted, "没有留置日期");
    }

    [Theory, Rule("CPL-89")]
    [InlineData("王某", "某社区居委会", true, false)]
    [InlineData(" ", "某社区居委会", true, true)]
    [InlineData("王某", " ", true, true)]
    [InlineData("王某", "某社区居委会", false, true)]
    public void A_witness_has_a_name_and_a_body_and_signs(string name, string body, bool signed, bool refused) =>
        Serving(ALeaving() with { MediaSha256 = [" "], Witnesses = [new(name, body, signed)] })
            .ShouldRefuse(refused, ServiceOfDocuments.LeavingUnproved);

    [Fact]
    public void Nothing_arrives_or_is_signed_before_it_was_sent()
    {
        Serving(APost() with { ArrivedAt = At("2025-03-09") }).ShouldRefuse(ServiceOfDocuments.OutOfOrder);
        Serving(APost() with { ArrivedAt = At("2025-03-10") }).ShouldRefuse(null);
        Serving(ADirect() with { SentAt = At("2025-03-10") }).ShouldRefuse(null);
    }

    [Fact, Rule("CPL-91")]
    public void Post_counts_from_the_date_on_the_receipt()
    {
        Served(APost()).ShouldBe(Date("2025-03-12"));
        Serving(APost() with { ArrivedAt = null }).ShouldRefuse(ServiceOfDocuments.ReceiptMissing, "未填写：收件日期");
        Serving(APost() with { PostalReceipt = null }).ShouldRefuse(ServiceOfDocuments.ReceiptMissing, "未填写：回执号");
        Serving(APost() with { SentAt = null }).ShouldRefuse(ServiceOfDocuments.ReceiptMissing, "未填写：交寄时间");
        Serving(APost() with { Receiver = null }).ShouldRefuse(ServiceOfDocuments.ReceiptMissing, "未填写：签收人");
    }

    [Fact, Rule("APL-61-2")]
    public void Electronic_service_counts_from_arrival_and_not_from_sending() =>
        Served(AnElectronic(), Consent).ShouldBe(Date("2025-03-11"));

    [Fact, Rule("APL-61-2")]
    public void Electronic_service_needs_a_signed_confirmation_for_that_address()
    {
        Serving(AnElectronic()).ShouldRefuse(ServiceOfDocuments.NoConsent);
        Serving(AnElectronic(), consent: Consent with { Sha256 = "" }).ShouldRefuse(ServiceOfDocuments.NoConsent);
        Serving(AnElectronic(), consent: Consent with { SignedOn = Date("2025-03-11") }).ShouldRefuse(ServiceOfDocuments.NoConsent);
        Serving(AnElectronic(), consent: Consent with { SignedOn = Date("2025-03-10") }).ShouldRefuse(null);
        Serving(AnElectronic() with { SentAt = null }, consent: Consent with { SignedOn = Date("2025-03-11") }).ShouldRefuse(null);
        Serving(AnElectronic() with { SentAt = null }, consent: Consent with { SignedOn = Date("2025-03-12") })
            .ShouldRefuse(ServiceOfDocuments.NoConsent, "2025-03-12");
        Serving(AnElectronic() with { Place = " PARTY@example.cn " }, consent: Consent).ShouldRefuse(null);
        Serving(AnElectronic(), consent: Consent with { Address = "else@example.cn" }).ShouldRefuse(ServiceOfDocuments.OtherAddress);
        Serving(AnElectronic() with { ArrivedAt = null }, consent: Consent).ShouldRefuse(ServiceOfDocuments.NotArrived);
    }

    [Theory, Rule("CPL-95")]
    [InlineData("2025-03-10", "2025-04-09")]
    [InlineData("2025-09-01", "2025-10-09")] // the thirtieth day is 1 October
    public void A_public_notice_serves_thirty_calendar_days_later(string issued, string served) =>
        Served(ANotice() with { NoticeIssuedOn = Date(issued) }).ShouldBe(Date(served));

    [Fact, Rule("CPL-95")]
    public void A_public_notice_comes_only_after_two_other_ways_have_failed()
    {
        var post = new FailedService(ServiceWay.Post, Date("2025-02-20"), "退回，原址查无此人");
        Serving(ANotice() with { FailedBefore = [] }).ShouldRefuse(ServiceOfDocuments.OtherWaysNotTried);
        Serving(ANotice() with { FailedBefore = [post] }).ShouldRefuse(ServiceOfDocuments.OtherWaysNotTried);
        Serving(ANotice() with { FailedBefore = [post, post with { TriedOn = Date("2025-02-25") }] })
            .ShouldRefuse(ServiceOfDocuments.OtherWaysNotTried);
        Serving(ANotice() with { FailedBefore = [post, new(ServiceWay.Direct, Date("2025-03-11"), "铁门紧锁")] })
            .ShouldRefuse(ServiceOfDocuments.OtherWaysNotTried); // tried only after the notice
        Serving(ANotice() with { FailedBefore = [post, new(ServiceWay.Direct, Date("2025-03-10"), "铁门紧锁")] }).ShouldRefuse(null);
        Serving(ANotice() with { FailedBefore = [post, new(ServiceWay.Direct, Date("2025-03-07"), " ")] })
            .ShouldRefuse(ServiceOfDocuments.OtherWaysNotTried, "1 种");
        Serving(ANotice() with { FailedBefore = [post, new(ServiceWay.PublicNotice, Date("2025-03-07"), "没有回音")] })
            .ShouldRefuse(ServiceOfDocuments.OtherWaysNotTried, "1 种"); // a notice is no other way
        Serving(ANotice() with { NoticeReason = null }).ShouldRefuse(ServiceOfDocuments.NoticeNotNoted, "没有记明原因和经过");
        Serving(ANotice() with { NoticeIssuedOn = null }).ShouldRefuse(ServiceOfDocuments.NoticeNotNoted, "没有发出公告的日期");
    }

    [Fact, Rule("CPL-95")]
    public void Where_the_whereabouts_are_shown_to_be_unknown_one_way_is_enough()
    {
        var post = new FailedService(ServiceWay.Post, Date("2025-02-20"), "退回，原址查无此人");
        var unknown = ANotice() with { WhereaboutsUnknownProof = "社区居委会证明：2024 年起外出未归" };

        Serving(unknown with { FailedBefore = [post] }).ShouldRefuse(null);
        Serving(unknown with { FailedBefore = [] }).ShouldRefuse(ServiceOfDocuments.OtherWaysNotTried, "至少 1 种");
    }

    [Theory, Rule("CPL-95-OLD")]
    [InlineData("2021-12-31", "2022-03-01")] // sixty days
    [InlineData("2022-01-01", "2022-02-07")] // thirty, to New Year's Eve and on to the first working day
    public void A_notice_of_before_2022_runs_sixty_days(string issued, string served) =>
        Served(
                ANotice() with
                {
                    NoticeIssuedOn = Date(issued),
                    FailedBefore = [new(ServiceWay.Direct, Date("2021-12-01"), "无人"), new(ServiceWay.Post, Date("2021-12-02"), "退回")],
                }
            )
            .ShouldBe(Date(served));

    [Theory, Rule("CPL-88")]
    [InlineData("张某", false)]
    [InlineData(" 张 某 ", false)] // blanks do not make another person
    [InlineData("李某", true)]
    public void The_addressee_is_the_party(string addressee, bool refused) =>
        Serving(ADirect() with { Addressee = addressee }).ShouldRefuse(refused, ServiceOfDocuments.OtherAddressee);

    [Fact, Rule("CPL-88")]
    public void A_receiver_of_another_name_shows_a_tie_and_how_it_was_checked()
    {
        var wife = ADirect() with { Receiver = "王某", Relation = ReceiverRelation.AdultFamilyMemberLivingTogether };
        Serving(wife).ShouldRefuse(ServiceOfDocuments.OtherName, "签收人为“王某”");
        Serving(wife with { ReceiverTie = "配偶" }).ShouldRefuse(ServiceOfDocuments.OtherName);
        Serving(wife with { ReceiverTie = "配偶", TieChecked = "户口簿" }).ShouldRefuse(null);
        Serving(ADirect() with { Receiver = "李某" }).ShouldRefuse(ServiceOfDocuments.OtherName, "案卷记载为“张某”");
    }

    [Fact, Rule("CPL-88")]
    public void An_agent_and_a_named_receiver_are_those_on_file()
    {
        var tie = ADirect() with { Receiver = "王某", ReceiverTie = "同事", TieChecked = "身份证" };
        Serving(tie with { Relation = ReceiverRelation.Agent }).ShouldRefuse(ServiceOfDocuments.NotOnFile, "在卷的代理人为“张某”");
        Serving(tie with { Relation = ReceiverRelation.NamedReceiver }).ShouldRefuse(ServiceOfDocuments.NotOnFile, "指定的代收人为“张某”");
        var party = AParty() with { Agents = ["王某"], NamedReceiver = "王 某" };
        Serving(tie with { Relation = ReceiverRelation.Agent }, party).ShouldRefuse(null);
        Serving(tie with { Relation = ReceiverRelation.NamedReceiver }, party).ShouldRefuse(null);
    }

    [Theory, Rule("CPL-88")]
    [InlineData(13, ReceiverRelation.Self, false)]
    [InlineData(13, ReceiverRelation.AdultFamilyMemberLivingTogether, false)]
    [InlineData(13, ReceiverRelation.Guardian, true)]
    [InlineData(14, ReceiverRelation.Guardian, false)]
    [InlineData(14, ReceiverRelation.Self, true)]
    [InlineData(18, ReceiverRelation.Self, true)]
    public void A_child_is_served_through_the_guardian(int age, ReceiverRelation relation, bool allowed)
    {
        var service = ADirect() with
        {
            Receiver = relation is ReceiverRelation.Self ? "张某" : "张父",
            Relation = relation,
            ReceiverTie = "父亲",
            TieChecked = "户口簿",
            GuardianInformed = "2025-03-10 电话通知其父",
        };
        (Record.Exception(Serving(service, AParty() with { Age = age })) is null).ShouldBe(allowed);
    }

    [Fact, Rule("CPL-88")]
    public void The_guardian_of_a_minor_of_fourteen_is_informed_and_one_without_capacity_is_served_through_the_guardian()
    {
        Serving(ADirect(), AParty() with { Age = 16 }).ShouldRefuse(ServiceOfDocuments.GuardianNotInformed, "16 周岁");
        Serving(ADirect() with { GuardianInformed = "当面告知其母" }, AParty() with { Age = 16 }).ShouldRefuse(null);
        Serving(ADirect(), AParty() with { Incapable = true }).ShouldRefuse(ServiceOfDocuments.GuardianNeeded);
    }

    /// <summary>Who refused, whose address it is, who is looked for: no way of service goes round the guardian.</summary>
    [Theory, Rule("CPL-88"), Rule("CPL-89")]
    [InlineData(ServiceWay.Left)]
    [InlineData(ServiceWay.Electronic)]
    [InlineData(ServiceWay.PublicNotice)]
    [InlineData(ServiceWay.Post)]
    public void A_child_is_not_served_past_the_guardian_in_any_way(ServiceWay way)
    {
        var service = way switch
        {
            ServiceWay.Left => ALeaving(),
            ServiceWay.Electronic => AnElectronic() with { Receiver = null, Relation = null },
            ServiceWay.PublicNotice => ANotice() with { Receiver = null, Relation = null },
            _ => APost(),
        };
        var child = AParty() with { Age = 13, Guardian = "张父" };
        var guardian = service with { Receiver = "张父", Relation = ReceiverRelation.Guardian };

        Serving(service, child, Consent).ShouldRefuse(ServiceOfDocuments.GuardianNeeded);
        Serving(guardian with { Receiver = "张母" }, child, Consent).ShouldRefuse(ServiceOfDocuments.OtherName, "案卷记载为“张父”");
        Serving(guardian, child, Consent).ShouldRefuse(null);
        Serving(service, AParty() with { Age = 16 }, Consent).ShouldRefuse(ServiceOfDocuments.GuardianNotInformed, "16 周岁");
        Serving(service with { GuardianInformed = "电话通知其父" }, AParty() with { Age = 16 }, Consent).ShouldRefuse(null);
    }

    /// <summary>A tie in free words makes nobody the party, its representative or its guardian whom the file names.</summary>
    [Theory, Rule("CPL-88")]
    [InlineData(PartyKind.Citizen, ReceiverRelation.Self, "张某")]
    [InlineData(PartyKind.IndividualBusiness, ReceiverRelation.Self, "张某")]
    [InlineData(PartyKind.LegalPerson, ReceiverRelation.LegalRepresentative, "赵某")]
    [InlineData(PartyKind.OtherOrganisation, ReceiverRelation.Head, "赵某")]
    public void Nobody_signs_under_another_name_as_whom_the_file_knows(PartyKind kind, ReceiverRelation relation, string known)
    {
        var party = AParty(kind) with { Representative = known };
        var service = ADirect() with { Receiver = "冒名", Relation = relation, ReceiverTie = "自称", TieChecked = "口头" };

        Serving(service, party).ShouldRefuse(ServiceOfDocuments.OtherName, $"签收人为“冒名”（{relation.Term()}），案卷记载为“{known}”");
        Serving(service with { Receiver = known }, party).ShouldRefuse(null);
        if (kind is not PartyKind.Citizen) // the file names no representative: the tie is entered and checked
        {
            Serving(service, party with { Representative = null }).ShouldRefuse(null);
            Serving(service with { TieChecked = " " }, party with { Representative = null }).ShouldRefuse(ServiceOfDocuments.OtherName);
        }
    }

    [Theory, Rule("CPL-88")]
    [InlineData(13, "2024-06-01", "2024-06-01", 13)]
    [InlineData(13, "2024-06-01", "2025-05-31", 13)]
    [InlineData(13, "2024-06-01", "2025-06-01", 14)]
    [InlineData(17, "2024-02-29", "2025-02-28", 17)]
    [InlineData(17, "2024-02-29", "2025-03-01", 18)]
    [InlineData(null, "2024-06-01", "2030-06-01", null)]
    public void Who_receives_depends_on_the_age_on_the_day_of_the_service(int? age, string committed, string served, int? expected) =>
        PartyServed
            .Of(
                new()
                {
                    Kind = PartyKind.Citizen,
                    Name = "张某",
                    AgeAtOffence = age,
                },
                Date(committed),
                Date(served)
            )
            .Age.ShouldBe(expected);

    [Theory, Rule("CPL-91-94")]
    [InlineData(ServiceWay.Entrusted)]
    [InlineData(ServiceWay.ThroughUnit)]
    public void Service_by_or_through_others_counts_from_the_signature(ServiceWay way)
    {
        var service = ADirect() with { Way = way, Servers = [], SentAt = At("2025-03-07"), Through = "某监狱" };
        Served(service).ShouldBe(Date("2025-03-10"));
        Serving(service with { Through = " " }).ShouldRefuse(ServiceOfDocuments.ThroughUnproved, "没有受托机关");
        Serving(service with { SentAt = null }).ShouldRefuse(ServiceOfDocuments.ThroughUnproved, "时间");
        Serving(service with { SignedAt = null }).ShouldRefuse(ServiceOfDocuments.NotSigned);
        Serving(service with { SentAt = At("2025-03-11") }).ShouldRefuse(ServiceOfDocuments.OutOfOrder);
    }

    [Fact, Rule("CPL-89")]
    public void Everything_that_is_missing_is_listed_at_once() =>
        ServiceOfDocuments
            .Obstacles(ALeaving() with { Place = "", RefusalReason = null, MediaSha256 = [] }, AParty())
            .Errors()
            .ShouldBe([ServiceOfDocuments.Incomplete, ServiceOfDocuments.RefusalNotNoted, ServiceOfDocuments.LeavingUnproved]);

    [Fact, Rule("CPL-88")]
    public void A_return_survives_being_stored() =>
        Served(JsonSerializer.Deserialize<ServiceReturn>(JsonSerializer.Serialize(ANotice()))!).ShouldBe(Served(ANotice()));

    private static ServiceReturn ADirect() =>
        new()
        {
            Documents = ["津汉街综执罚决字〔2025〕第0001号"],
            Addressee = "张某",
            Way = ServiceWay.Direct,
            Place = "某街某号",
            Servers = [Guid.NewGuid(), Guid.NewGuid()],
            SignedAt = At("2025-03-10"),
            Receiver = "张某",
            Relation = ReceiverRelation.Self,
        };

    private static ServiceReturn ALeaving() =>
        ADirect() with
        {
            Way = ServiceWay.Left,
            SignedAt = null,
            Receiver = null,
            Relation = null,
            ArrivedAt = At("2025-03-10"),
            RefusalReason = "拒绝签收",
            MediaSha256 = ["cd34"],
        };

    private static ServiceReturn APost() =>
        ADirect() with
        {
            Way = ServiceWay.Post,
            SignedAt = null,
            SentAt = At("2025-03-10"),
            ArrivedAt = At("2025-03-12"),
            PostalReceipt = "XA123456789CN",
        };

    private static ServiceReturn AnElectronic() =>
        ADirect() with
        {
            Way = ServiceWay.Electronic,
            Place = "party@example.cn",
            SignedAt = null,
            SentAt = At("2025-03-10"),
            ArrivedAt = At("2025-03-11"),
        };

    private static ServiceReturn ANotice() =>
        ADirect() with
        {
            Way = ServiceWay.PublicNotice,
            SignedAt = null,
            NoticeIssuedOn = Date("2025-03-10"),
            NoticeReason = "下落不明，直接送达和邮寄送达均未成功",
            FailedBefore =
            [
                new(ServiceWay.Direct, Date("2025-02-17"), "住所无人"),
                new(ServiceWay.Post, Date("2025-02-20"), "退回，原址查无此人"),
            ],
        };

    private static DateTimeOffset At(string date) => DateTimeOffset.Parse($"{date}T10:00:00+08:00", CultureInfo.InvariantCulture);

    private static DateOnly Served(ServiceReturn service, ElectronicServiceConsent? consent = null) =>
        ServiceOfDocuments.DateOfService(service, AParty(), Shipped, consent);

    private static Action Serving(ServiceReturn service, PartyKind party = PartyKind.Citizen, ElectronicServiceConsent? consent = null) =>
        Serving(service, AParty(party), consent);

    private static Action Serving(ServiceReturn service, PartyServed party, ElectronicServiceConsent? consent = null) =>
        () => ServiceOfDocuments.DateOfService(service, party, Shipped, consent);

    private static PartyServed AParty(PartyKind kind = PartyKind.Citizen) =>
        new()
        {
            Kind = kind,
            Name = "张某",
            Representative = "张某",
            Age = kind is PartyKind.Citizen or PartyKind.IndividualBusiness ? 41 : null,
            Agents = ["张某"],
            NamedReceiver = "张某",
        };
}
