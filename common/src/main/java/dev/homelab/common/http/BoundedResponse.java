package dev.homelab.common.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

record BoundedResponse(ClientHttpResponse answer, long limit) implements ClientHttpResponse {

    @Override
    public InputStream getBody() throws IOException {
        return new BoundedStream(answer.getBody(), limit);
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return answer.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return answer.getHeaders();
    }

    @Override
    public void close() {
        answer.close();
    }

    private static final class BoundedStream extends FilterInputStream {

        private final long limit;
        private long read;

        private BoundedStream(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws OversizedAnswer {
            read += bytes;
            if (read > limit) {
                throw new OversizedAnswer(limit);
            }
        }
    }
}
