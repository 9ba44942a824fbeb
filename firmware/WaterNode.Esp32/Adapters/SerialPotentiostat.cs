using System;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The autonomous potentiostat module: it deposits, scans and measures by itself and sends the voltammogram when it is done.</summary>
    /// <remarks>
    /// The line protocol, 115,200 baud, 8 data bits, no parity, 1 stop bit; lines as in <see cref="ChecksummedLine"/>:
    /// <code>
    /// to the module    S,DEPOSITION_MV,DEPOSITION_MS,START_MV,END_MV,STEP_MV   deposit, then scan
    /// from the module  A,POINTS                                                accepted, deposition begins (within 2 s)
    ///                  P,INDEX,PICOAMPERES                                     one line a point, INDEX from 0 without gaps
    ///                  E,POINTS                                                all points were sent
    ///                  F,CODE                                                  a fault, at any time; the scan is over
    /// fault codes      1 request not possible, 2 an electrode is open, 3 current beyond the range, 4 busy
    /// </code>
    /// Anything else, anything late and any wrong checksum ends the scan without a result: half a voltammogram is none.
    /// </remarks>
    public sealed class SerialPotentiostat : IPotentiostat
    {
        private const int PointsMax = 1000;
        private const int AcceptMilliseconds = 2000;
        private const int LineMilliseconds = 2000;

        /// <summary>Slowest step of a square wave that the module offers (4 Hz), for the time until the first point.</summary>
        private const int StepMilliseconds = 250;
        private const int MarginMilliseconds = 10000;

        private readonly ChecksummedLine _line;

        public SerialPotentiostat(ChecksummedLine line)
        {
            _line = line;
        }

        public bool TryScan(ScanRequest request, out Voltammogram voltammogram)
        {
            voltammogram = null;
            if (request.StepMilliVolts < 1 || request.EndMilliVolts <= request.StartMilliVolts)
            {
                return false;
            }

            int points = ((request.EndMilliVolts - request.StartMilliVolts) / request.StepMilliVolts) + 1;
            if (points > PointsMax)
            {
                return false;
            }

            try
            {
                int[] picoAmperes = new int[points];
                if (!TryStart(request, points) || !TryReceive(request, picoAmperes))
                {
                    return false;
                }

                voltammogram = new Voltammogram
                {
                    StartMilliVolts = request.StartMilliVolts,
                    StepMilliVolts = request.StepMilliVolts,
                    PicoAmperes = picoAmperes,
                };
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        private bool TryStart(ScanRequest request, int points)
        {
            _line.Discard();
            _line.Write("S," + request.DepositionMilliVolts.ToString() + "," + request.DepositionMilliseconds.ToString()
                + "," + request.StartMilliVolts.ToString() + "," + request.EndMilliVolts.ToString()
                + "," + request.StepMilliVolts.ToString());
            return TryExpect('A', AcceptMilliseconds, out string answer)
                && ChecksummedLine.TryField(answer, 1, out int offered)
                && offered == points;
        }

        private bool TryReceive(ScanRequest request, int[] picoAmperes)
        {
            int timeoutMilliseconds = request.DepositionMilliseconds + (picoAmperes.Length * StepMilliseconds) + MarginMilliseconds;
            for (int i = 0; i < picoAmperes.Length; i++)
            {
                bool isNext = TryExpect('P', timeoutMilliseconds, out string point)
                    && ChecksummedLine.TryField(point, 1, out int index)
                    && index == i
                    && ChecksummedLine.TryField(point, 2, out picoAmperes[i]);
                if (!isNext)
                {
                    return false;
                }

                timeoutMilliseconds = LineMilliseconds;
            }

            return TryExpect('E', LineMilliseconds, out string end)
                && ChecksummedLine.TryField(end, 1, out int sent)
                && sent == picoAmperes.Length;
        }

        private bool TryExpect(char kind, int timeoutMilliseconds, out string body)
        {
            return _line.TryRead(timeoutMilliseconds, out body) && body.Length > 1 && body[0] == kind && body[1] == ',';
        }
    }
}
