using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Fines;

/// <summary>Enters that the officer handed cash to the organ (交至行政机关), on a numbered slip of its own. 行政处罚法 第七十一条.</summary>
/// <remarks>If an officer enters it, it is pending until a cashier receives the cash.</remarks>
/// <param name="ReceiptNumber">Number of the treasury receipt given for the cash.</param>
/// <param name="DoneAt">When it was handed over; not before the cash was collected.</param>
public sealed record RemitToOrganCommand(string ReceiptNumber, DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class RemitToOrganValidator : AbstractValidator<RemitToOrganCommand>
{
    public RemitToOrganValidator() => RuleFor(c => c.ReceiptNumber).NotEmpty().MaximumLength(Payment.ReceiptNumberMaxLength);
}

internal sealed class RemitToOrganHandler(CaseLoader file, CashDesk desk, CurrentUser user)
    : IRequestHandler<RemitToOrganCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RemitToOrganCommand request, CancellationToken cancellationToken)
    {
        await desk.HoldAsync(user.OrganId!.Value, cancellationToken);
        var @case = await file.OpenAsync(request, cancellationToken);
        var receipt = ReceiptNumber.Normalise(request.ReceiptNumber)!;
        var counted = user.Roles.Contains(Role.Cashier)
            ? @case.Payments.FirstOrDefault(p => p.ReceiptNumber == receipt) is { } cash
                ? Money.OfFen(cash.AmountFen)
                : Money.Zero
            : (Money?)null; // entered by an officer: a cashier still has to receive it
        await desk.HandOverAsync(request, @case.OrganId, [(receipt, @case.Id)], counted, request.DoneAt, cancellationToken);
        return file.After(@case, request);
    }
}
