namespace EnforcementCases.Domain.Documents;

/// <summary>Way in which a document was served (送达方式). 行政处罚法 第六十一条; 民事诉讼法 第八十八条至第九十五条.</summary>
public enum ServiceWay
{
    /// <summary>直接送达, including handing over when the decision is announced (宣告后当场交付).</summary>
    [Term("直接送达")]
    Direct,

    /// <summary>留置送达: left at the party's residence because acceptance was refused.</summary>
    [Term("留置送达")]
    Left,

    /// <summary>邮寄送达.</summary>
    [Term("邮寄送达")]
    Post,

    /// <summary>电子送达: fax, e-mail and the like.</summary>
    [Term("电子送达")]
    Electronic,

    /// <summary>公告送达.</summary>
    [Term("公告送达")]
    PublicNotice,

    /// <summary>委托送达: by another organ on request (第九十一条).</summary>
    [Term("委托送达")]
    Entrusted,

    /// <summary>转交送达: to soldiers and to persons in prison or in compulsory education, through their unit (第九十二条至第九十四条).</summary>
    [Term("转交送达")]
    ThroughUnit,
}

/// <summary>Relation of the person who signed to the addressee (代收人与受送达人的关系). 民事诉讼法 第八十八条.</summary>
public enum ReceiverRelation
{
    /// <summary>本人; for an individual business (个体工商户), its operator.</summary>
    [Term("本人")]
    Self,

    /// <summary>同住的成年家属.</summary>
    [Term("同住的成年家属")]
    AdultFamilyMemberLivingTogether,

    /// <summary>法定代表人.</summary>
    [Term("法定代表人")]
    LegalRepresentative,

    /// <summary>其他组织的主要负责人.</summary>
    [Term("主要负责人")]
    Head,

    /// <summary>负责收件的人.</summary>
    [Term("负责收件的人")]
    MailClerk,

    /// <summary>代理人.</summary>
    [Term("代理人")]
    Agent,

    /// <summary>当事人指定的代收人.</summary>
    [Term("指定的代收人")]
    NamedReceiver,

    /// <summary>监护人 of a person under fourteen or without capacity.</summary>
    [Term("监护人")]
    Guardian,
}

/// <summary>A witness who saw that a document was left (见证人). 民事诉讼法 第八十九条.</summary>
/// <param name="Name">Name.</param>
/// <param name="Body">The local body (基层组织) or employer (所在单位) that the witness represents.</param>
/// <param name="Signed">Whether the witness signed or sealed the return.</param>
public sealed record ServiceWitness(string Name, string Body, bool Signed);

/// <summary>An attempt at service that failed (未能送达的情况).</summary>
/// <param name="Way">Way of service that was tried.</param>
/// <param name="TriedOn">Legal date of the attempt.</param>
/// <param name="Why">Why it failed, in Chinese: 退回, 地址无此人.</param>
public sealed record FailedService(ServiceWay Way, DateOnly TriedOn, string Why);

/// <summary>The party's signed agreement to electronic service (电子送达确认书, D36). 行政处罚法 第六十一条第二款.</summary>
/// <param name="SignedOn">Legal date of the signature.</param>
/// <param name="Address">The party's own system: fax number, mailbox, account.</param>
/// <param name="Sha256">SHA-256 of the stored signed confirmation, hex.</param>
public sealed record ElectronicServiceConsent(DateOnly SignedOn, string Address, string Sha256);

/// <summary>A return of service (送达回证, D35): what was served, on whom and how, with the proof.</summary>
public sealed record ServiceReturn
{
    /// <summary>Numbers of the documents (文书文号), or titles of those without a number. Omitted if the return is entered in a case: then they are taken from its
    /// documents.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Addressee (受送达人).</summary>
    public required string Addressee { get; init; }

    /// <summary>Way of service.</summary>
    public required ServiceWay Way { get; init; }

    /// <summary>Place of service (送达地点): the address for post, the party's fax number or e-mail address for electronic service, the place of posting for a
    /// public notice.</summary>
    public required string Place { get; init; }

    /// <summary>Officers who served (送达人), by person id; two for direct service and for leaving.</summary>
    public required IReadOnlyList<Guid> Servers { get; init; }

    /// <summary>When it was posted, sent electronically or given to the other organ or the unit; required for post and for these two, otherwise optional.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was left at the place, arrived according to the postal receipt (回执上注明的收件日期), or arrived electronically; required for these
    /// ways.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When the receiver signed (签收); required for direct and entrusted service and through a unit. Null if nobody signed.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Name of the person who signed; required for direct, entrusted and postal service and through a unit. Null if nobody signed.</summary>
    public string? Receiver { get; init; }

    /// <summary>Relation of the receiver to the addressee; required if the receiver is another person than the addressee, and for direct service. Null if nobody
    /// signed.</summary>
    public ReceiverRelation? Relation { get; init; }

    /// <summary>The receiver's tie to the party, <c>配偶</c>, <c>前台收发员</c>; required if the receiver's name is not one that the file knows, otherwise null.</summary>
    public string? ReceiverTie { get; init; }

    /// <summary>How the tie was checked, <c>户口簿</c>, <c>工作证</c>, <c>授权委托书</c>; required with <c>receiverTie</c>.</summary>
    public string? TieChecked { get; init; }

    /// <summary>How and when the guardian of a party of fourteen to seventeen was informed; required for such a party, otherwise null.</summary>
    public string? GuardianInformed { get; init; }

    /// <summary>The organ that served on request, or the unit through which it was served; required for these two ways, otherwise null.</summary>
    public string? Through { get; init; }

    /// <summary>Why acceptance was refused (拒收事由), as noted on the return; required if the document was left, otherwise null.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>Witnesses that the document was left; without a witness who signed, <c>mediaSha256</c> is required.</summary>
    public IReadOnlyList<ServiceWitness> Witnesses { get; init; } = [];

    /// <summary>Photographs and film of the leaving or of the public notice, each as the SHA-256 of its file (64 lower-case hex digits).</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    /// <summary>Number of the postal receipt (邮件回执号); required for post, otherwise null.</summary>
    public string? PostalReceipt { get; init; }

    /// <summary>Day on which the public notice was issued (发出公告之日); required for public notice, otherwise null.</summary>
    public DateOnly? NoticeIssuedOn { get; init; }

    /// <summary>Why it was served by public notice, and what was tried before (公告送达的原因和经过); required for public notice, otherwise null.</summary>
    public string? NoticeReason { get; init; }

    /// <summary>Attempts to serve this document that failed before; two ways are required for public notice, one if <c>whereaboutsUnknownProof</c> is given,
    /// otherwise optional.</summary>
    public IReadOnlyList<FailedService> FailedBefore { get; init; } = [];

    /// <summary>What shows by itself that the party's whereabouts are unknown (下落不明), <c>居委会证明</c>; null if nothing does.</summary>
    public string? WhereaboutsUnknownProof { get; init; }
}
