using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Fines;

/// <summary>Enters that the organ paid cash to the bank (缴付指定的银行). 行政处罚法 第七十一条.</summary>
/// <param name="ReceiptNumber">Number of the treasury receipt given for the cash.</param>
/// <param name="DoneAt">When it was paid in; not before it was handed to the organ.</param>
/// <param name="BankSlip">Number of the bank's slip (缴款回单号), by which the bank's file is compared with the book; null if none.</param>
public sealed record RemitToBankCommand(string ReceiptNumber, DateTimeOffset DoneAt, string? BankSlip = null) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class RemitToBankValidator : AbstractValidator<RemitToBankCommand>
{
    public RemitToBankValidator()
    {
        RuleFor(c => c.ReceiptNumber).NotEmpty().MaximumLength(Payment.ReceiptNumberMaxLength);
        RuleFor(c => c.BankSlip).MaximumLength(BankDeposit.SlipMaxLength);
    }
}

internal sealed class RemitToBankHandler(CaseLoader file, CashDesk desk, CurrentUser user)
    : IRequestHandler<RemitToBankCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(RemitToBankCommand request, CancellationToken cancellationToken)
    {
        await desk.HoldAsync(user.OrganId!.Value, cancellationToken);
        var @case = await file.OpenAsync(request, cancellationToken);
        await desk.DepositAsync(
            request,
            @case.OrganId,
            [(ReceiptNumber.Normalise(request.ReceiptNumber)!, @case.Id)],
            request.BankSlip is { } slip ? TextRules.Line(slip) : null,
            deposited: null,
            request.DoneAt,
            cancellationToken
        );
        return file.After(@case, request);
    }
}
