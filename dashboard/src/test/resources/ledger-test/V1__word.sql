CREATE TABLE word (id int PRIMARY KEY, text text NOT NULL);
