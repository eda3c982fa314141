using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Correction;

/// <summary>An order to correct given before any penalty (责令限期改正), for violations that may be punished only when it was not followed. 行政处罚法 第二十八条第一款.</summary>
/// <remarks>It is the basis of one penalty only: a party that goes on after that penalty is given a new order. Revoking the penalty releases the order.</remarks>
public sealed class CorrectionOrder : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>No such order, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("correction-order.not-found", null, ErrorKind.NotFound, "没有找到该责令改正通知");

    /// <summary>The order was given to another party or for another violation.</summary>
    public static readonly DomainError AnotherMatter = new(
        "correction-order.another-matter",
        "APL-28",
        ErrorKind.RuleBroken,
        "责令改正的当事人或者违法行为与本案不同",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>Another penalty rests on the order.</summary>
    public static readonly DomainError AlreadyUsed = new(
        "correction-order.already-used",
        "APL-28",
        ErrorKind.WrongStage,
        "该责令改正通知已作为另一处罚的前提",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>The re-check found it put right before.</summary>
    public static readonly DomainError AlreadyCorrected = new(
        "correction-order.already-corrected",
        null,
        ErrorKind.WrongStage,
        "复查已确认改正"
    );

    /// <summary>A re-check before the order, or before the last re-check.</summary>
    public static readonly DomainError RecheckOutOfOrder = new(
        "correction-order.recheck-out-of-order",
        null,
        ErrorKind.Unacceptable,
        "复查时间早于责令改正或者上一次复查"
    );

    /// <summary>The order was withdrawn.</summary>
    public static readonly DomainError Withdrawn = new(
        "correction-order.withdrawn",
        "APL-28",
        ErrorKind.WrongStage,
        "该责令改正通知已经撤回",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>A withdrawal by one who gave the order.</summary>
    public static readonly DomainError WithdrawnByGiver = new(
        "correction-order.withdrawn-by-giver",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "责令改正通知应当由作出人员以外的负责人撤回",
        PenaltyLaw.At("第七十五条第二款")
    );

    /// <summary>A withdrawal before the order, or handed over before it was made.</summary>
    public static readonly DomainError WithdrawalOutOfOrder = new(
        "correction-order.withdrawal-out-of-order",
        "REF-ORDER",
        ErrorKind.Unacceptable,
        "撤回时间早于责令改正或者复查，或者晚于送交当事人的时间"
    );

    private readonly List<CorrectionOrderOfficer> officers = [];

    private CorrectionOrder() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>Incremented by every act.</summary>
    public int Version { get; private set; }

    /// <summary>The street or town that orders.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Number of the notice (责改文号).</summary>
    public string Number { get; private set; } = "";

    /// <summary>The party.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>Snapshot of the party at the time of the order.</summary>
    public PartySnapshot Party { get; private set; } = new();

    /// <summary>Version of the violation in force on the day of the order.</summary>
    public Guid ViolationVersionId { get; private set; }

    /// <summary>Code of the violation.</summary>
    public string ViolationCode { get; private set; } = "";

    /// <summary>Name of the violation (违法行为).</summary>
    public string ViolationName { get; private set; } = "";

    /// <summary>Where.</summary>
    public string PlaceText { get; private set; } = "";

    /// <summary>Division code of the place.</summary>
    public string DivisionCode { get; private set; } = "";

    /// <summary>Facts found.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>What has to be put right.</summary>
    public string Requirement { get; private set; } = "";

    /// <summary>When it was ordered, as claimed.</summary>
    public DateTimeOffset OrderedAt { get; private set; }

    /// <summary>Legal date of the order.</summary>
    public DateOnly OrderedOn { get; private set; }

    /// <summary>Last day to put it right, as the order names it; it does not move to a working day.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When the last re-check was; null if there was none.</summary>
    public DateTimeOffset? RecheckedAt { get; private set; }

    /// <summary>Legal date of the last re-check.</summary>
    public DateOnly? RecheckedOn { get; private set; }

    /// <summary>Result of the last re-check.</summary>
    public RecheckResult? Result { get; private set; }

    /// <summary>The case whose penalty is based on it; unique, null if none.</summary>
    public Guid? UsedByCaseId { get; private set; }

    /// <summary>When it was withdrawn; null while it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Who withdrew it.</summary>
    public Guid? WithdrawnBy { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public WithdrawalGround? WithdrawalGround { get; private set; }

    /// <summary>Facts and reasons of the withdrawal.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>Number of the paper by which it was withdrawn. The number of the order stays.</summary>
    public string? WithdrawalNumber { get; private set; }

    /// <summary>When that paper was handed to the party.</summary>
    public DateTimeOffset? WithdrawalHandedOverAt { get; private set; }

    /// <summary>How the party took it.</summary>
    public PartySignature? WithdrawalSignature { get; private set; }

    /// <summary>The officers who ordered.</summary>
    public IReadOnlyList<CorrectionOrderOfficer> Officers => officers;

    /// <inheritdoc />
    public override Guid RecordChainId => Id;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Orders the party to put the violation right by a day (责令限期改正).</summary>
    /// <exception cref="DomainException">A rule of <see cref="OfficersPresent"/>, <see cref="OrderToCorrect.Missing"/> or <see cref="OrderToCorrect.DueBeforeOrdered"/>.</exception>
    public static CorrectionOrder Give(NewCorrectionOrder @new)
    {
        var orderedOn = LegalDate.Of(@new.OrderedAt);
        var acting = @new.Officers.Select(o => o.Acting).ToList();
        OfficersPresent.EnsureEnough(acting, orderedOn);
        OfficersPresent.EnsureCertificatesShown(@new.CertificatesShownAt, @new.CertificatesShown, acting, @new.OrderedAt);
        OrderToCorrect.EnsureGiven(@new.Requirement, @new.DueOn, orderedOn);
        var order = new CorrectionOrder
        {
            Id = @new.Id,
            Seq = @new.Seq,
            Version = 1,
            OrganId = @new.OrganId,
            OrganisationPath = @new.OrganisationPath,
            Number = @new.Number,
            PartyId = @new.PartyId,
            Party = @new.Party,
            ViolationVersionId = @new.ViolationVersionId,
            ViolationCode = @new.ViolationCode,
            ViolationName = @new.ViolationName,
            PlaceText = @new.Place.Text,
            DivisionCode = @new.Place.DivisionCode,
            Facts = @new.Facts,
            Requirement = @new.Requirement,
            OrderedAt = @new.OrderedAt,
            OrderedOn = orderedOn,
            DueOn = @new.DueOn,
        };
        order.officers.AddRange(@new.Officers.Select((o, i) => new CorrectionOrderOfficer(order, i + 1, o)));
        order.Record(
            "correction-ordered",
            @new.OrderedAt,
            new RecordFields()
                .Add("number", order.Number)
                .Add("violation", order.ViolationCode)
                .Add("violationVersion", order.ViolationVersionId)
                .Add("orderedOn", orderedOn)
                .Add("dueOn", order.DueOn)
                .Add("partyKind", order.Party.Kind)
                .Add("partyIdentity", order.Party.Identity),
            new RecordFields()
                .Add("party", order.PartyId)
                .Add("partyName", order.Party.Name)
                .Add("place", $"{order.DivisionCode} {order.PlaceText}")
                .Add("facts", order.Facts)
                .Add("requirement", order.Requirement)
                .Add("certificates", order.officers.Select(o => o.CertificateNumber))
        );
        return order;
    }

    /// <summary>Re-checks (复查). May be done several times; the last one counts.</summary>
    /// <param name="checkedBy">The officers of the re-check, two or more, certified on its day.</param>
    /// <exception cref="DomainException"><see cref="AlreadyUsed"/>, <see cref="AlreadyCorrected"/>, <see cref="RecheckOutOfOrder"/> or a rule of <see cref="OfficersPresent"/>.</exception>
    public void Recheck(RecheckResult result, string note, IReadOnlyList<OfficerAtScene> checkedBy, DateTimeOffset at)
    {
        EnsureNotWithdrawn();
        EnsureUnused();
        if (Result is RecheckResult.Corrected)
            throw AlreadyCorrected.With($"{RecheckedOn:yyyy-MM-dd} 复查");
        if (at < (RecheckedAt ?? OrderedAt))
            throw RecheckOutOfOrder.With($"责令于 {OrderedOn:yyyy-MM-dd}");
        OfficersPresent.EnsureEnough([.. checkedBy.Select(o => o.Acting)], LegalDate.Of(at));
        (RecheckedAt, RecheckedOn, Result) = (at, LegalDate.Of(at), result);
        Version++;
        Record(
            "correction-order-rechecked",
            at,
            new RecordFields().Add("result", result).Add("recheckedOn", RecheckedOn).Add("inTime", RecheckedOn <= DueOn),
            new RecordFields().Add("note", note).Add("certificates", checkedBy.Select(o => o.Acting.Certificate!.Number))
        );
    }

    /// <summary>The order as the basis of a penalty, if it is the one of this party and violation and no other penalty rests on it.</summary>
    /// <remarks>Whether it expired unmet is checked by <see cref="OrderToCorrect.EnsureExpiredUnmet"/>. A self-declared party counts as the same if kind and name match.</remarks>
    /// <exception cref="DomainException"><see cref="AnotherMatter"/> or <see cref="AlreadyUsed"/>.</exception>
    public EarlierOrder ForPenalty(Guid partyId, PartySnapshot party, string violationCode)
    {
        if (!string.Equals(ViolationCode, violationCode, StringComparison.Ordinal))
            throw AnotherMatter.With($"责令改正针对的是 {ViolationCode}");
        if (PartyId != partyId && !IsSameSelfDeclared(party))
            throw AnotherMatter.With("责令改正的是另一当事人");
        EnsureNotWithdrawn();
        EnsureUnused();
        return new(Id, DueOn, RecheckedOn, Result, new(PlaceText, DivisionCode));
    }

    /// <summary>Refuses a withdrawal (撤回): by one who gave the order, of one that is withdrawn, or on which a penalty rests, which must be revoked first.</summary>
    /// <exception cref="DomainException"><see cref="Withdrawn"/>, <see cref="AlreadyUsed"/> or <see cref="WithdrawnByGiver"/>.</exception>
    public void EnsureMayWithdraw(Guid by)
    {
        EnsureNotWithdrawn();
        if (UsedByCaseId is not null)
            throw AlreadyUsed.With($"通知 {Number} 是另一处罚决定的前提", "先撤销以其为前提的处罚决定");
        if (officers.Exists(o => o.PersonId == by))
            throw WithdrawnByGiver.With($"作出人员：{string.Join('、', officers.Select(o => o.Name))}", "由其他负责人撤回");
    }

    /// <summary>Withdraws the order (撤回责令改正). Its number stays; nothing can rest on it any more, also what relies on it and is not decided yet.</summary>
    /// <exception cref="DomainException">A refusal of <see cref="EnsureMayWithdraw"/>, or <see cref="WithdrawalOutOfOrder"/>.</exception>
    public void Withdraw(OrderWithdrawal withdrawal)
    {
        EnsureMayWithdraw(withdrawal.By);
        if (withdrawal.At < (RecheckedAt ?? OrderedAt) || withdrawal.HandedOverAt < withdrawal.At)
            throw WithdrawalOutOfOrder.With($"责令于 {OrderedOn:yyyy-MM-dd}").At("/doneAt");
        (WithdrawnAt, WithdrawnBy, WithdrawalGround) = (withdrawal.At, withdrawal.By, withdrawal.Ground);
        (WithdrawalReason, WithdrawalNumber) = (withdrawal.Reason, withdrawal.Number);
        (WithdrawalHandedOverAt, WithdrawalSignature) = (withdrawal.HandedOverAt, withdrawal.Signature);
        Version++;
        Record(
            "correction-order-withdrawn",
            withdrawal.At,
            new RecordFields()
                .Add("number", withdrawal.Number)
                .Add("ground", withdrawal.Ground)
                .Add("by", withdrawal.By)
                .Add("signature", withdrawal.Signature),
            new RecordFields().Add("reason", withdrawal.Reason)
        );
    }

    /// <summary>Binds the order to the penalty that rests on it.</summary>
    /// <exception cref="DomainException"><see cref="AlreadyUsed"/>.</exception>
    public void UseFor(Guid caseId, DateTimeOffset at)
    {
        EnsureNotWithdrawn();
        EnsureUnused();
        UsedByCaseId = caseId;
        Version++;
        Record("correction-order-used", at, new RecordFields().Add("case", caseId));
    }

    /// <summary>Releases the order when the penalty based on it was revoked.</summary>
    public void Release(Guid caseId, DateTimeOffset at)
    {
        if (UsedByCaseId != caseId)
            return;
        UsedByCaseId = null;
        Version++;
        Record("correction-order-freed", at, new RecordFields().Add("case", caseId));
    }

    private bool IsSameSelfDeclared(PartySnapshot party) =>
        Party.Identity == PartyIdentity.SelfDeclared
        && party.Identity == PartyIdentity.SelfDeclared
        && Party.Kind == party.Kind
        && string.Equals(Party.Name, party.Name, StringComparison.Ordinal);

    private void EnsureNotWithdrawn()
    {
        if (WithdrawnAt is { } at)
            throw Withdrawn.With($"通知 {Number} 已于 {LegalDate.Of(at):yyyy-MM-dd} 撤回", "另行责令改正");
    }

    private void EnsureUnused()
    {
        if (UsedByCaseId is not null)
            throw AlreadyUsed.With($"通知 {Number}", "另行责令改正");
    }

    private void Record(string type, DateTimeOffset at, RecordFields clear, RecordFields? @sealed = null) =>
        Record(new(type, at, clear, @sealed));
}
