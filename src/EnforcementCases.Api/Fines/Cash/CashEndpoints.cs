using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Platform.Files;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Routes of the cash desk (出纳): treasury receipts, handovers, deposits, books, the bank's file.</summary>
internal static class CashEndpoints
{
    private const string Workbook = OfficerSheet.MediaType;

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
        fines
            .MapPost(
                "/receipt-batches",
                async (ReceiveReceiptsCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var batch = await mediator.Send(command, ct);
                    return TypedResults.Created($"/api/v1/fines/receipt-batches/{batch.Id}", batch);
                }
            )
            .WithName("ReceiveReceipts")
            .WithSummary("Enters treasury receipts by number range (票据入库).")
            .ProducesProblem(409)
            .ProducesProblem(422);
        fines
            .MapGet(
                "/receipt-batches/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadReceiptBatchQuery(id), ct))
            )
            .WithName("ReadReceiptBatch")
            .WithSummary("Reads a batch of treasury receipts, in runs of the same state.")
            .ProducesProblem(404);
        fines
            .MapPost(
                "/receipt-batches/{id:guid}/movements",
                async (Guid id, MoveReceiptsCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { BatchId = id }, ct))
            )
            .WithName("MoveReceipts")
            .WithSummary("Issues, takes back, voids, announces or returns a range of treasury receipts: all of them, or none.")
            .ProducesRefusalsOfChange();
        fines
            .MapGet(
                "/receipt-book",
                async ([AsParameters] ReadReceiptBookQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ReadReceiptBook")
            .WithSummary("Reads the book of treasury receipts at the end of a day, and whether it balances (票据结存).")
            .ProducesProblem(404);
        fines
            .MapGet(
                "/receipts/{number}",
                async (string number, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadReceiptQuery(number), ct))
            )
            .WithName("ReadReceipt")
            .WithSummary("Reads the history of a treasury receipt.")
            .ProducesProblem(404)
            .ProducesProblem(422);
    }

    private static void MapMoves(this RouteGroupBuilder fines)
    {
        fines
            .MapPost(
                "/handovers",
                async (HandOverCashCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var handover = await mediator.Send(command, ct);
                    return TypedResults.Created($"/api/v1/fines/handovers/{handover.Id}", handover);
                }
            )
            .WithName("HandOverCash")
            .WithSummary("Enters that the cash of several receipts was handed to the organ, on one numbered slip (D05).")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        fines
            .MapGet(
                "/handovers/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadHandoverQuery(id), ct))
            )
            .WithName("ReadHandover")
            .WithSummary("Reads a handover of cash.")
            .ProducesProblem(404);
        fines
            .MapPost(
                "/handovers/{id:guid}/receipt",
                async (Guid id, ReceiveHandoverCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { HandoverId = id }, ct))
            )
            .WithName("ReceiveHandover")
            .WithSummary("Receives the cash of a handover that an officer entered (接收确认).")
            .ProducesRefusalsOfChange();
        fines
            .MapGet(
                "/handovers/{id:guid}/file",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(new ReadHandoverSlipQuery(id), ct);
                    return TypedResults.File(file.Pdf, "application/pdf", file.Name);
                }
            )
            .WithName("ReadHandoverSlip")
            .WithSummary("Reads the slip of a handover (收缴款项交接单, D05) as PDF.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf")
            .ProducesProblem(404);
        fines
            .MapPost(
                "/deposits",
                async (DepositCashCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("DepositCash")
            .WithSummary("Enters that the cash of handovers was paid to the bank (缴存银行).")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
    }

    private static void MapBooks(this RouteGroupBuilder fines)
    {
        fines
            .MapGet(
                "/day-book",
                async ([AsParameters] ReadDayBookQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ReadDayBook")
            .WithSummary("Reads the day book of a street or town (收缴款日记账).")
            .ProducesProblem(404);
        fines
            .MapGet(
                "/month-book",
                async ([AsParameters] ReadMonthBookQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ReadMonthBook")
            .WithSummary("Reads the month book of a street or town (收缴款月报): movements, balances, checks and differences.")
            .ProducesProblem(404);
        fines
            .MapGet(
                "/month-book/workbook",
                async ([AsParameters] ReadMonthWorkbookQuery query, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(query, ct);
                    return TypedResults.File(file.Content, Workbook, file.Name);
                }
            )
            .WithName("ReadMonthWorkbook")
            .WithSummary("Reads the month book as a workbook (XLSX).")
            .Produces<byte[]>(StatusCodes.Status200OK, Workbook)
            .ProducesProblem(404);
        fines
            .MapPost(
                "/difference-notes",
                async (ExplainDifferenceCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("ExplainDifference")
            .WithSummary("Explains a difference in the books of a month (差异说明).")
            .ProducesProblem(404)
            .ProducesProblem(422);
        fines
            .MapPost(
                "/months/{month}/close",
                async (string month, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new CloseCashMonthCommand { Month = month }, ct))
            )
            .WithName("CloseCashMonth")
            .WithSummary("Closes a month (结账); later entries are booked in the next one.")
            .ProducesProblem(409)
            .ProducesProblem(422);
        fines
            .MapPost(
                "/months/{month}/countersign",
                async (string month, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new CountersignCashMonthCommand { Month = month }, ct))
            )
            .WithName("CountersignCashMonth")
            .WithSummary("Countersigns the closing of a month (复核), by a person who did not close it.")
            .ProducesProblem(409);
        fines
            .MapPost(
                "/months/{month}/send-back",
                async (string month, SendBackCashMonthCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { Month = month }, ct))
            )
            .WithName("SendBackCashMonth")
            .WithSummary("Sends the closing of a month back (退回): the month is open again.")
            .ProducesProblem(409)
            .ProducesProblem(422);
        fines
            .MapGet(
                "/cash-duties",
                async ([AsParameters] ListCashDutiesQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListCashDuties")
            .WithSummary("Lists the open duties of the cash desk with last days and warnings (出纳待办).")
            .ProducesProblem(404);
    }

    private static void MapBank(this RouteGroupBuilder fines)
    {
        fines
            .MapPost(
                "/bank-statements",
                async (
                    [FromQuery] bool? dryRun,
                    [FromQuery] DateOnly? from,
                    [FromQuery] DateOnly? to,
                    Stream body,
                    BankFileLayout layout,
                    IMediator mediator,
                    CancellationToken ct
                ) =>
                {
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
            )
            .ProducesProblem(400)
            .ProducesProblem(413)
            .ProducesProblem(422);
        fines
            .MapGet(
                "/bank-statements/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadBankStatementQuery(id), ct))
            )
            .WithName("ReadBankStatement")
            .WithSummary("Reads the report of an imported file of the bank.")
            .ProducesProblem(404);
        fines
            .MapGet(
                "/payments-not-owed",
                async ([AsParameters] ListPaymentsNotOwedQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListPaymentsNotOwed")
            .WithSummary("Lists payments that were not owed, those not yet refunded first.")
            .ProducesProblem(404);
        fines
            .MapPost(
                "/payments-not-owed/{id:guid}/refund",
                async (Guid id, RefundPaymentNotOwedCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { PaymentId = id }, ct))
            )
            .WithName("RefundPaymentNotOwed")
            .WithSummary("Refunds a payment that was not owed, in full.")
            .ProducesRefusalsOfChange();
    }

    private static void ProducesRefusalsOfChange(this RouteHandlerBuilder change) =>
        change.ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
}
