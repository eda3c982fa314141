using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Inspections;

/// <summary>The acts of a check.</summary>
public sealed partial class CheckTask
{
    /// <summary>Another person approves or refuses the check (审批). 国办发〔2024〕54号.</summary>
    /// <param name="refusedBecause">Why it is refused; null approves it.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.OwnRequest"/> or <see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public void Decide(string? refusedBecause, Guid by, DateTimeOffset at)
    {
        Ensure(CheckState.Applied);
        if (by == AppliedBy)
            throw InspectionErrors.OwnRequest.With("由另一人审批");
        EnsureAfter(AppliedAt, at);
        (DecidedBy, DecidedAt, RefusedBecause) = (by, at, refusedBecause);
        State = refusedBecause is null ? CheckState.Approved : CheckState.Refused;
        Change("check-decided", at, f => f.Add("approved", refusedBecause is null).Add("by", by));
    }

    /// <summary>Withdraws a check that was not begun (撤销检查任务): it no longer counts towards the cap, and its code lets nobody in.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.Begun"/> or <see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public void Withdraw(string because, Guid by, DateTimeOffset at)
    {
        if (State is CheckState.Entered or CheckState.Recorded)
            throw InspectionErrors.Begun.With($"当前为 {State.Term()}");
        if (State is not (CheckState.Applied or CheckState.Approved))
            Ensure(CheckState.Approved);
        EnsureAfter(DecidedAt ?? AppliedAt, at);
        (State, RefusedBecause) = (CheckState.Withdrawn, because);
        Change("check-withdrawn", at, f => f.Add("by", by));
    }

    /// <summary>The officers enter (入企), after the code of this check was read.</summary>
    /// <param name="officers">The officers with their certificates of that day.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.NotOfficerOfCheck"/>, <see cref="InspectionErrors.WrongCode"/>,
    /// <see cref="InspectionErrors.OtherYear"/> or <see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public void Enter(CheckEntry entry, IReadOnlyList<CheckOfficer> officers, Guid by)
    {
        Ensure(CheckState.Approved);
        EnsureOfficer(by);
        EnsureAfter(DecidedAt!.Value, entry.At);
        if (LegalDate.Of(entry.At).Year != PlannedYear)
            throw InspectionErrors
                .OtherYear.With(
                    $"计划于 {PlannedOn:yyyy-MM-dd}，入企于 {LegalDate.Of(entry.At):yyyy-MM-dd}",
                    "撤销该检查任务，按当年计划重新申请"
                )
                .At("/doneAt");
        if (entry.Code is { } read && !string.Equals(read, Code, StringComparison.Ordinal))
            throw InspectionErrors.WrongCode.With("入企码不一致", "核对检查任务后重新扫码").At("/code");
        if (entry.NotifiedAt > entry.At)
            throw InspectionErrors.OutOfOrder.With("通知应当在入企之前").At("/notifiedAt");
        EnsureShownAtVisit(entry.CertificatesShownAt, entry.At, entry.At);
        (EnteredAt, CheckedOn) = (entry.At, LegalDate.Of(entry.At));
        (Scanned, NotScannedBecause) = (entry.Code is not null, entry.Code is null ? entry.NotScannedBecause : null);
        (NotifiedAt, UnannouncedBecause) = (entry.NotifiedAt, entry.NotifiedAt is null ? entry.UnannouncedBecause : null);
        (CertificatesShownAt, Officers) = (entry.CertificatesShownAt, officers);
        State = CheckState.Entered;
        Change(
            "check-entered",
            entry.At,
            f =>
                f.Add("scanned", Scanned)
                    .Add("notifiedAt", NotifiedAt)
                    .Add("certificatesShownAt", CertificatesShownAt)
                    .Add("officers", officers.Select(o => o.PersonId.ToString("D")))
        );
    }

    /// <summary>The officers record the check (现场检查笔录); a record that is not complete is made again.</summary>
    /// <param name="publishBy">Last day for publishing the result.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.RecordComplete"/>, <see cref="InspectionErrors.NotOfficerOfCheck"/> or
    /// <see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public void MakeRecord(CheckRecord record, DateOnly publishBy, Guid by)
    {
        if (IsComplete)
            throw InspectionErrors.RecordComplete.With($"于 {LegalDate.Of(RecordedAt!.Value):yyyy-MM-dd} 完成");
        if (State is not (CheckState.Entered or CheckState.Recorded))
            Ensure(CheckState.Entered);
        EnsureOfficer(by);
        EnsureAfter(EnteredAt!.Value, record.At);
        (RecordedAt, Findings, Result) = (record.At, record.Findings, record.Result);
        (Signed, RefusalNote) = (record.Signed, record.Signed ? null : record.RefusalNote);
        (State, PublishBy) = (CheckState.Recorded, publishBy);
        IsComplete = Missing().Count == 0;
        Change(
            "check-recorded",
            record.At,
            f => f.Add("result", Result).Add("signed", Signed).Add("complete", IsComplete).Add("publishBy", publishBy),
            RecordFields.Single("findings", Findings)
        );
    }

    /// <summary>Adds what was left out when the officers entered (补齐入企记录): why the code was not read, why the object was not notified, when the certificates were shown.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.RecordComplete"/>, <see cref="InspectionErrors.NotOfficerOfCheck"/> or
    /// <see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public void AmendEntry(
        string? notScannedBecause,
        string? unannouncedBecause,
        DateTimeOffset? certificatesShownAt,
        Guid by,
        DateTimeOffset at
    )
    {
        if (IsComplete)
            throw InspectionErrors.RecordComplete.With($"于 {LegalDate.Of(RecordedAt!.Value):yyyy-MM-dd} 完成");
        if (State is not (CheckState.Entered or CheckState.Recorded))
            Ensure(CheckState.Entered);
        EnsureOfficer(by);
        EnsureAfter(EnteredAt!.Value, at);
        EnsureShownAtVisit(certificatesShownAt, EnteredAt.Value, at);
        if (!Scanned)
            NotScannedBecause ??= notScannedBecause;
        if (NotifiedAt is null)
            UnannouncedBecause ??= unannouncedBecause;
        CertificatesShownAt ??= certificatesShownAt;
        IsComplete = State is CheckState.Recorded && Missing().Count == 0;
        Change("check-entry-amended", at, f => f.Add("complete", IsComplete).Add("certificatesShownAt", CertificatesShownAt));
    }

    /// <summary>Enters what followed the check (登记后续处理): a case or an order of the same organ, not earlier than the check. The check then no longer counts as one (ST-6).</summary>
    /// <param name="what">The case or order.</param>
    /// <param name="otherPartyBecause">Why its party has another name than the object; null if it has the same.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.FollowedBefore"/> or <see cref="InspectionErrors.OtherParty"/>.</exception>
    public void Follow(WhatFollowed what, string? otherPartyBecause, DateTimeOffset at)
    {
        if (State is not CheckState.Recorded)
            Ensure(CheckState.Recorded);
        if (FollowedByCaseId is not null || FollowedByOrderId is not null)
            throw InspectionErrors.NotOpen.With("已经登记后续处理");
        if (what.On is { } on && on < CheckedOn)
            throw InspectionErrors
                .FollowedBefore.With($"检查于 {CheckedOn:yyyy-MM-dd}，后续处理于 {on:yyyy-MM-dd}")
                .At(what.CaseId is null ? "/orderId" : "/caseId");
        if (!string.Equals(what.PartyName, ObjectName, StringComparison.Ordinal) && otherPartyBecause is null)
            throw InspectionErrors.OtherParty.With("名称不一致", "确由该检查引起的，写明两者的关系").At("/otherPartyBecause");
        (FollowedByCaseId, FollowedByOrderId) = (what.CaseId, what.OrderId);
        Change(
            "check-followed",
            at,
            f => f.Add("case", what.CaseId).Add("order", what.OrderId),
            RecordFields.Single("otherPartyBecause", otherPartyBecause)
        );
    }

    /// <summary>Publishes the result (公示检查结果).</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.RecordIncomplete"/> or <see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public void Publish(Guid by, DateTimeOffset at)
    {
        Ensure(CheckState.Recorded);
        if (PublishedOn is { } before)
            throw InspectionErrors.NotOpen.With($"已于 {before:yyyy-MM-dd} 公示");
        if (!IsComplete)
            throw InspectionErrors.RecordIncomplete.With("检查记录尚未补齐", "由检查人员补齐记录后公示");
        EnsureAfter(RecordedAt!.Value, at);
        (PublishedOn, PublishedBy) = (LegalDate.Of(at), by);
        Change("check-result-published", at, f => f.Add("on", PublishedOn).Add("publishBy", PublishBy).Add("by", by));
    }

    private void Ensure(CheckState state)
    {
        if (State != state)
            throw InspectionErrors.NotOpen.With($"当前为 {State.Term()}");
    }

    private void EnsureOfficer(Guid by)
    {
        if (Officers.All(o => o.PersonId != by))
            throw InspectionErrors.NotOfficerOfCheck.With("当前人员不是该检查的检查人员");
    }

    /// <summary>Certificates are shown at the visit: within half a day of the entry, and not after what states it.</summary>
    private static void EnsureShownAtVisit(DateTimeOffset? shownAt, DateTimeOffset enteredAt, DateTimeOffset statedAt)
    {
        if (shownAt is { } shown && (shown > statedAt || (shown - enteredAt).Duration() > TimeSpan.FromHours(12)))
            throw InspectionErrors.OutOfOrder.With("出示证件应当在本次入企时").At("/certificatesShownAt");
    }

    private static void EnsureAfter(DateTimeOffset before, DateTimeOffset at)
    {
        if (at < before)
            throw InspectionErrors
                .OutOfOrder.With($"所依据的环节于 {before.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm} 办理")
                .At("/doneAt");
    }

    private void Change(string type, DateTimeOffset at, Func<RecordFields, RecordFields> clear, RecordFields? @sealed = null)
    {
        Version++;
        Note(type, at, clear, @sealed);
    }

    private void Note(string type, DateTimeOffset at, Func<RecordFields, RecordFields> clear, RecordFields? @sealed = null) =>
        Record(new(type, at, clear(new RecordFields().Add("check", Id)), @sealed));
}

/// <summary>A case or an order to correct that followed a check.</summary>
/// <param name="CaseId">The case; null if it is an order.</param>
/// <param name="OrderId">The order; null if it is a case.</param>
/// <param name="On">Its legal date; null if a case is not filed yet.</param>
/// <param name="PartyName">Name of its party; empty if not identified.</param>
public sealed record WhatFollowed(Guid? CaseId, Guid? OrderId, DateOnly? On, string PartyName);
