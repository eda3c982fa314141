namespace EnforcementCases.Domain.Personnel;

/// <summary>Why a certificate was cancelled (注销原因).</summary>
public enum CancellationReason
{
    /// <summary>退休.</summary>
    [Term("退休")]
    Retired,

    /// <summary>调动.</summary>
    [Term("调动")]
    Transferred,

    /// <summary>开除.</summary>
    [Term("开除")]
    Dismissed,

    /// <summary>其他.</summary>
    [Term("其他")]
    Other,
}

/// <summary>A period in which a certificate was suspended (暂扣), with its reason.</summary>
public sealed class CertificateSuspension
{
    private CertificateSuspension() { }

    internal CertificateSuspension(Guid certificateId, int place, DateOnly from, string reason)
    {
        CertificateId = certificateId;
        Place = place;
        From = from;
        Reason = reason;
    }

    /// <summary>The certificate.</summary>
    public Guid CertificateId { get; private set; }

    /// <summary>Position, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day; null if still suspended.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Reason.</summary>
    public string Reason { get; private set; } = "";

    internal void EndOn(DateOnly lastDay) => To = lastDay;
}

/// <summary>A certificate in an officer's service record (执法证件). APL-42-CERT.</summary>
public sealed class OfficerCertificate
{
    /// <summary>Longest number.</summary>
    public const int NumberMaxLength = 40;

    /// <summary>Longest reason or note.</summary>
    public const int ReasonMaxLength = 200;

    /// <summary>It ends before it begins.</summary>
    public static readonly DomainError DatesOutOfOrder = new(
        "certificate.dates-out-of-order",
        "APL-42-CERT",
        ErrorKind.Unacceptable,
        "执法证件的日期先后颠倒"
    );

    /// <summary>It is suspended already.</summary>
    public static readonly DomainError AlreadySuspended = new(
        "certificate.already-suspended",
        "APL-42-CERT",
        ErrorKind.WrongStage,
        "该执法证件已经处于暂扣期间"
    );

    /// <summary>It is not suspended.</summary>
    public static readonly DomainError NotSuspended = new(
        "certificate.not-suspended",
        "APL-42-CERT",
        ErrorKind.WrongStage,
        "该执法证件没有暂扣"
    );

    /// <summary>It is cancelled; no further change is possible.</summary>
    public static readonly DomainError AlreadyCancelled = new(
        "certificate.already-cancelled",
        "APL-42-CERT",
        ErrorKind.WrongStage,
        "该执法证件已经注销"
    );

    private readonly List<CertificateSuspension> suspensions = [];

    private OfficerCertificate() { }

    /// <exception cref="DomainException"><see cref="DatesOutOfOrder"/>.</exception>
    internal OfficerCertificate(Guid id, Guid officerId, string number, CertificateKind kind, DateOnly issuedOn, DateOnly expiresOn)
    {
        if (expiresOn < issuedOn)
            throw DatesOutOfOrder.With($"发证 {issuedOn:yyyy-MM-dd}，有效期至 {expiresOn:yyyy-MM-dd}");
        Id = id;
        OfficerId = officerId;
        Number = number;
        Kind = kind;
        IssuedOn = issuedOn;
        ExpiresOn = expiresOn;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The holder.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>Number (证件号码); unique.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Kind.</summary>
    public CertificateKind Kind { get; private set; }

    /// <summary>First day of validity (发证日期).</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Last day of validity (有效期至).</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>First day on which it is cancelled; null if not cancelled.</summary>
    public DateOnly? CancelledOn { get; private set; }

    /// <summary>Why it was cancelled; null if not cancelled.</summary>
    public CancellationReason? CancelledBecause { get; private set; }

    /// <summary>Note of the cancellation.</summary>
    public string? CancellationNote { get; private set; }

    /// <summary>Periods of suspension, oldest first.</summary>
    public IReadOnlyList<CertificateSuspension> Suspensions => [.. suspensions.OrderBy(s => s.Place)];

    /// <summary>The data that determine whether it is valid on a given day.</summary>
    public CertificateOnDay OnDay =>
        new(
            OfficerId,
            Number,
            IssuedOn,
            ExpiresOn,
            [.. Suspensions.Select(s => new Suspension(s.From, s.To))],
            CancelledOn,
            CancelledBecause?.Term()
        );

    internal void Suspend(DateOnly from, string reason)
    {
        EnsureNotCancelled();
        if (suspensions.Exists(s => s.To is null || from <= s.To))
            throw AlreadySuspended.With($"证件暂扣自 {Suspensions[^1].From:yyyy-MM-dd} 起");
        if (from < IssuedOn)
            throw DatesOutOfOrder.With($"发证 {IssuedOn:yyyy-MM-dd}，暂扣 {from:yyyy-MM-dd}");
        suspensions.Add(new(Id, suspensions.Count + 1, from, reason));
    }

    internal void LiftSuspension(DateOnly lastDay)
    {
        EnsureNotCancelled();
        if (suspensions.Find(s => s.To is null) is not { } running)
            throw NotSuspended.With("没有正在执行的暂扣");
        if (lastDay < running.From)
            throw DatesOutOfOrder.With($"暂扣自 {running.From:yyyy-MM-dd} 起，最后一日 {lastDay:yyyy-MM-dd}");
        running.EndOn(lastDay);
    }

    internal void Cancel(DateOnly on, CancellationReason reason, string? note)
    {
        EnsureNotCancelled();
        if (on < IssuedOn)
            throw DatesOutOfOrder.With($"发证 {IssuedOn:yyyy-MM-dd}，注销 {on:yyyy-MM-dd}");
        CancelledOn = on;
        CancelledBecause = reason;
        CancellationNote = note;
    }

    private void EnsureNotCancelled()
    {
        if (CancelledOn is { } on)
            throw AlreadyCancelled.With($"已于 {on:yyyy-MM-dd} 注销");
    }
}
