using EnforcementCases.Domain.Documents;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.OpenApi;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Routes of the cash desk (出纳): treasury receipts, handovers, deposits, books, the bank's file.</summary>
internal static class CashEndpoints
{
    private const string Workbook = SpreadsheetFile.MediaType;

    public static void MapCash(this IEndpointRouteBuilder api)
    {
        var fines = api.MapGroup("/fines").WithTags("Fines 罚款");
        fines.MapReceipts();
        fines.MapMoves();
        fines.MapBooks();
        fines.MapBank();
    }

    private static void MapReceipts(this RouteGroupBuilder fines)
    {
        fines.MapCreate<ReceiveReceiptsCommand, ReceiptBatchView>(
            "/receipt-batches",
            batch => $"/api/v1/fines/receipt-batches/{batch.Id}",
            "Enters treasury receipts by number range (票据入库)."
        );
        fines.MapQuery<ReadReceiptBatchQuery, ReceiptBatchView>(
            "/receipt-batches/{id:guid}",
            id => new(id),
            "Reads a batch of treasury receipts, in runs of the same state."
        );
        fines.MapCommand<MoveReceiptsCommand, ReceiptBatchView>(
            "/receipt-batches/{id:guid}/movements",
            (c, id) => c with { BatchId = id },
            "Issues, takes back, voids, announces as lost or returns a range of treasury receipts: either all of them or none."
        );
        fines.MapQuery<ReadReceiptBookQuery, ReceiptBookView>(
            "/receipt-book",
            "Reads the book of treasury receipts at the end of a day, and whether it balances (票据结存)."
        );
        fines.MapQuery<ReadReceiptQuery, ReceiptView>("/receipts/{number}", "Reads the history of a treasury receipt.");
    }

    private static void MapMoves(this RouteGroupBuilder fines)
    {
        fines.MapCreate<HandOverCashCommand, HandoverView>(
            "/handovers",
            handover => $"/api/v1/fines/handovers/{handover.Id}",
            "Enters that the cash of several receipts was handed to the organ, on one numbered slip (收缴款项交接单, D05)."
        );
        fines.MapQuery<ReadHandoverQuery, HandoverView>("/handovers/{id:guid}", id => new(id), "Reads a handover of cash.");
        fines.MapCommand<ReceiveHandoverCommand, HandoverView>(
            "/handovers/{id:guid}/receipt",
            (c, id) => c with { HandoverId = id },
            "Receives the cash of a handover that an officer entered (接收确认)."
        );
        fines
            .MapLate(
                HttpMethods.Get,
                "/handovers/{id:guid}/file",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(new ReadHandoverSlipQuery(id), ct);
                    return TypedResults.File(file.Pdf, "application/pdf", file.Name);
                }
            )
            .WithName("ReadHandoverSlip")
            .WithSummary("Reads the slip of a handover (收缴款项交接单, D05) as PDF.")
            .WithMetadata(new SentRequest(typeof(ReadHandoverSlipQuery)) { Papers = [DocumentKind.CashHandover] })
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf");
        fines.MapCommand<DepositCashCommand, DepositView>(
            "/deposits",
            "Enters that the cash of handovers was paid to the bank (缴存银行)."
        );
    }

    private static void MapBooks(this RouteGroupBuilder fines)
    {
        fines.MapQuery<ReadDayBookQuery, CashDayBook>("/day-book", "Reads the day book of a street or town (收缴款日记账).");
        fines.MapQuery<ReadMonthBookQuery, CashMonthBook>(
            "/month-book",
            "Reads the month book of a street or town (收缴款月报): movements, balances, checks and differences."
        );
        fines
            .MapLate(
                HttpMethods.Get,
                "/month-book/workbook",
                async ([AsParameters] ReadMonthWorkbookQuery query, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(query, ct);
                    return TypedResults.File(file.Content, Workbook, file.Name);
                }
            )
            .WithName("ReadMonthWorkbook")
            .WithSummary("Reads the month book as a workbook (XLSX).")
            .Produces<byte[]>(StatusCodes.Status200OK, Workbook);
        fines.MapCommand<ExplainDifferenceCommand, NoteView>(
            "/difference-notes",
            "Explains a difference in the books of a month (差异说明)."
        );
        fines
            .MapLate(
                HttpMethods.Post,
                "/months/{month}/close",
                async (string month, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new CloseCashMonthCommand { Month = month }, ct))
            )
            .WithName("CloseCashMonth")
            .WithSummary("Closes a month (结账); later entries are booked in the next one.");
        fines
            .MapLate(
                HttpMethods.Post,
                "/months/{month}/countersign",
                async (string month, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new CountersignCashMonthCommand { Month = month }, ct))
            )
            .WithName("CountersignCashMonth")
            .WithSummary("Countersigns the closing of a month (复核), by a person who did not close it.");
        fines
            .MapLate(
                HttpMethods.Post,
                "/months/{month}/send-back",
                async (string month, SendBackCashMonthCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { Month = month }, ct))
            )
            .WithName("SendBackCashMonth")
            .WithSummary("Sends the closing of a month back (退回): the month is open again.");
        fines.MapQuery<ListCashDutiesQuery, CashDuties>(
            "/cash-duties",
            "Lists the open duties of the cash desk with last days and warnings (出纳待办)."
        );
    }

    private static void MapBank(this RouteGroupBuilder fines)
    {
        fines
            .MapLate(
                HttpMethods.Post,
                "/bank-statements",
                async (
                    [FromQuery] bool? dryRun,
                    [FromQuery] DateOnly? from,
                    [FromQuery] DateOnly? to,
                    Stream body,
                    BankFileLayout layout,
                    ImportTurns imports,
                    CurrentUser user,
                    IMediator mediator,
                    CancellationToken ct
                ) =>
                {
                    using var turn = await imports.EnterAsync(user, ct);
                    var file = await BankFile.ReadAsync(body, layout, ct);
                    return TypedResults.Ok(
                        await mediator.Send(new ImportBankStatementCommand(file.Sha256, file.Rows, from, to, dryRun ?? true), ct)
                    );
                }
            )
            .Accepts<IFormFile>(BankFile.Csv, Workbook)
            .WithMetadata(new RequestSizeLimitAttribute(BankFile.MaxBytes + 1))
            .WithName("ImportBankStatement")
            .WithSummary(
                "Compares a file of the bank (CSV, XLSX) with the book: a result per row. Dry run by default; a file that was imported before changes nothing."
            );
        fines.MapQuery<ReadBankStatementQuery, BankStatementReport>(
            "/bank-statements/{id:guid}",
            id => new(id),
            "Reads the report of an imported file of the bank."
        );
        fines.MapQuery<ListPaymentsNotOwedQuery, IReadOnlyList<PaymentNotOwedView>>(
            "/payments-not-owed",
            "Lists payments that were not owed, those not yet refunded first."
        );
        fines.MapCommand<ApproveRefundNotOwedCommand, PaymentNotOwedView>(
            "/payments-not-owed/{id:guid}/approval",
            (c, id) => c with { PaymentId = id },
            "Approves the refund of a payment that was not owed."
        );
        fines.MapCommand<RefundPaymentNotOwedCommand, PaymentNotOwedView>(
            "/payments-not-owed/{id:guid}/refund",
            (c, id) => c with { PaymentId = id },
            "Refunds a payment that was not owed, in full, after another person approved it."
        );
    }
}
